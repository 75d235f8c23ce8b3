// Command conformance runs the JSON Schema validators of Go over a job file and prints one line of verdicts
// for every configuration and group.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
)

// guarded runs f and makes an error of a panic in it.
func guarded[T any](f func() (T, error)) (result T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return f()
}

func verdicts(compile func([]byte) (check, error), schemaPath, payloadsPath string) (string, error) {
	schema, err := os.ReadFile(schemaPath)
	if err != nil {
		return "", err
	}
	payloads, err := os.ReadFile(payloadsPath)
	if err != nil {
		return "", err
	}
	valid, err := guarded(func() (check, error) { return compile(schema) })
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for line := range bytes.Lines(payloads) {
		verdict, err := guarded(func() (bool, error) { return valid(bytes.TrimSuffix(line, []byte("\n"))) })
		switch {
		case err != nil:
			out.WriteByte('e')
		case verdict:
			out.WriteByte('1')
		default:
			out.WriteByte('0')
		}
	}
	return out.String(), nil
}

// firstLine is the first line of the error's message, at most 300 characters of it.
func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	characters := []rune(line)
	return string(characters[:min(len(characters), 300)])
}

func run(jobPath string) error {
	text, err := os.ReadFile(jobPath)
	if err != nil {
		return err
	}
	var job struct {
		Groups []struct {
			ID, Payloads string
			Schemas      map[string]string
		}
	}
	if err := json.Unmarshal(text, &job); err != nil {
		return err
	}
	atJob := func(path string) string {
		if filepath.IsAbs(path) {
			return path
		}
		return filepath.Join(filepath.Dir(jobPath), path)
	}
	versions := map[string]string{}
	if build, ok := debug.ReadBuildInfo(); ok {
		for _, module := range build.Deps {
			versions[module.Path] = strings.TrimPrefix(module.Version, "v")
		}
	}
	stdout := bufio.NewWriter(os.Stdout)
	lines := json.NewEncoder(stdout)
	lines.SetEscapeHTML(false)
	for _, c := range configurations {
		for _, group := range job.Groups {
			schema, ok := group.Schemas[c.draft]
			if !ok {
				continue
			}
			line := map[string]any{"validator": c.validator, "version": versions[c.module], "draft": c.draft,
				"settings": c.settings, "asserts": c.asserts, "group": group.ID}
			if result, err := verdicts(c.compile, atJob(schema), atJob(group.Payloads)); err != nil {
				line["error"] = firstLine(err)
			} else {
				line["verdicts"] = result
			}
			if err := lines.Encode(line); err != nil {
				return err
			}
		}
	}
	return stdout.Flush()
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: conformance JOB")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "conformance:", err)
		os.Exit(1)
	}
}
