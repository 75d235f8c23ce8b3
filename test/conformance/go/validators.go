package main

import (
	"bytes"
	"encoding/json"
	"errors"

	google "github.com/google/jsonschema-go/jsonschema"
	santhosh "github.com/santhosh-tekuri/jsonschema/v6"
	xeipuuv "github.com/xeipuuv/gojsonschema"
)

// check tells whether one payload is valid; its error means that there is no verdict.
type check func(payload []byte) (bool, error)

const (
	santhoshModule = "github.com/santhosh-tekuri/jsonschema/v6"
	xeipuuvModule  = "github.com/xeipuuv/gojsonschema"
	googleModule   = "github.com/google/jsonschema-go"
)

var configurations = []struct {
	validator, module, draft, settings string
	asserts                            bool
	compile                            func(schema []byte) (check, error)
}{
	{"santhosh-tekuri/jsonschema", santhoshModule, "2020-12", "default", false, compileSanthosh(false)},
	{"santhosh-tekuri/jsonschema", santhoshModule, "2020-12", "AssertFormat", true, compileSanthosh(true)},
	// By its default it asserts format in draft-07, and it has no switch against that.
	{"santhosh-tekuri/jsonschema", santhoshModule, "draft-07", "default", true, compileSanthosh(false)},
	{"santhosh-tekuri/jsonschema", santhoshModule, "draft-07", "AssertFormat", true, compileSanthosh(true)},
	{"xeipuuv/gojsonschema", xeipuuvModule, "2020-12", "default", true, compileXeipuuv},
	{"xeipuuv/gojsonschema", xeipuuvModule, "draft-07", "default", true, compileXeipuuv},
	{"google/jsonschema-go", googleModule, "2020-12", "default", false, compileGoogle},
	{"google/jsonschema-go", googleModule, "draft-07", "default", false, compileGoogle},
}

func compileSanthosh(assertFormat bool) func([]byte) (check, error) {
	return func(schema []byte) (check, error) {
		document, err := santhosh.UnmarshalJSON(bytes.NewReader(schema))
		if err != nil {
			return nil, err
		}
		compiler := santhosh.NewCompiler()
		compiler.UseLoader(santhosh.SchemeURLLoader{}) // loads no other file
		if assertFormat {
			compiler.AssertFormat()
		}
		if err := compiler.AddResource("memory:///schema.json", document); err != nil {
			return nil, err
		}
		compiled, err := compiler.Compile("memory:///schema.json")
		if err != nil {
			return nil, err
		}
		return func(payload []byte) (bool, error) {
			value, err := santhosh.UnmarshalJSON(bytes.NewReader(payload))
			if err != nil {
				return false, err
			}
			err = compiled.Validate(value)
			if invalid := (*santhosh.ValidationError)(nil); err != nil && !errors.As(err, &invalid) {
				return false, err
			}
			return err == nil, nil
		}, nil
	}
}

// offline is a loader that refuses references to other documents: the library's own would ask the network.
type offline struct{ xeipuuv.JSONLoader }

func (o offline) LoaderFactory() xeipuuv.JSONLoaderFactory { return o }

func (o offline) New(source string) xeipuuv.JSONLoader { return refused{o, source} }

type refused struct {
	offline
	source string
}

func (r refused) LoadJSON() (any, error) { return nil, errors.New("reference not loaded: " + r.source) }

func compileXeipuuv(schema []byte) (check, error) {
	compiled, err := xeipuuv.NewSchema(offline{xeipuuv.NewBytesLoader(schema)})
	if err != nil {
		return nil, err
	}
	return func(payload []byte) (bool, error) {
		if !json.Valid(payload) { // the library's decoder stops after the first value of a line
			return false, errors.New("not JSON")
		}
		result, err := compiled.Validate(xeipuuv.NewBytesLoader(payload))
		if err != nil {
			return false, err
		}
		return result.Valid(), nil
	}, nil
}

func compileGoogle(schema []byte) (check, error) {
	document := new(google.Schema)
	if err := json.Unmarshal(schema, document); err != nil {
		return nil, err
	}
	compiled, err := document.Resolve(nil)
	if err != nil {
		return nil, err
	}
	return func(payload []byte) (bool, error) {
		var value any // with float64: this library would take a json.Number for a string
		if err := json.Unmarshal(payload, &value); err != nil {
			return false, err
		}
		return compiled.Validate(value) == nil, nil
	}, nil
}
