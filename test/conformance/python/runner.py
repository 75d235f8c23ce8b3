"""Conformance runner: judges the payloads of a job with the JSON Schema validators of Python."""

import json
import sys
from importlib.metadata import version
from pathlib import Path


def offline(uri):
    raise LookupError(f"not fetched: {uri}")


def jsonschema(schema, formats):
    from jsonschema import FormatChecker
    from jsonschema.validators import validator_for
    from jsonschema_specifications import REGISTRY

    validator = validator_for(schema)
    validator.check_schema(schema)
    # A registry of one's own switches the default off that fetches references
    return validator(schema, registry=REGISTRY, format_checker=FormatChecker() if formats else None).is_valid


def fastjsonschema(schema, formats):
    from fastjsonschema import JsonSchemaValueException, compile

    validate = compile(schema, use_formats=formats, handlers=dict.fromkeys(("http", "https", "file", "ftp"), offline))

    def is_valid(payload):
        try:
            validate(payload)
        except JsonSchemaValueException:
            return False
        return True

    return is_valid


def jsonschema_rs(schema, formats):
    from jsonschema_rs import validator_for

    return validator_for(schema, validate_formats=formats, offline=True).is_valid


CONFIGURATIONS = [  # name of the package, how it makes a validity test of a schema, settings, asserts format
    ("jsonschema", jsonschema, "default", False),
    ("jsonschema", jsonschema, "FormatChecker", True),
    ("fastjsonschema", fastjsonschema, "default", True),
    ("fastjsonschema", fastjsonschema, "use_formats=False", False),
    ("jsonschema-rs", jsonschema_rs, "validate_formats=False", False),
    ("jsonschema-rs", jsonschema_rs, "validate_formats=True", True),
]
DRAFTS = ["2020-12", "draft-07"]


def not_json(name):
    raise ValueError(f"{name} is not JSON")


def parse(text):
    # Python reads NaN and Infinity too, which JSON does not have
    return json.loads(text.decode("utf-8"), parse_constant=not_json)


def verdict(is_valid, line):
    try:
        return "1" if is_valid(parse(line)) else "0"
    except KeyboardInterrupt:
        raise
    except BaseException:  # a panic of jsonschema-rs is no Exception
        return "e"


def first_line(error):
    return (f"{type(error).__name__}: {error}".splitlines()[0])[:300]


def main(path):
    folder = Path(path).parent
    groups = parse(Path(path).read_bytes())["groups"]
    for name, make, settings, asserts in CONFIGURATIONS:
        for draft in DRAFTS:
            head = {"validator": name, "version": None, "draft": draft, "settings": settings, "asserts": asserts}

            def report(group, **result):
                print(json.dumps({**head, "group": group, **result}), flush=True)

            try:
                head["version"] = version(name)
                make({"type": "string"}, asserts)
            except Exception as error:
                report(None, error=first_line(error))
                continue
            for group in groups:
                if draft not in group["schemas"]:
                    continue
                try:
                    is_valid = make(parse((folder / group["schemas"][draft]).read_bytes()), asserts)
                    lines = (folder / group["payloads"]).read_bytes().split(b"\n")
                except KeyboardInterrupt:
                    raise
                except BaseException as error:
                    report(group["id"], error=first_line(error))
                    continue
                if not lines[-1]:  # what follows the last LF is no line
                    lines.pop()
                report(group["id"], verdicts="".join(verdict(is_valid, line) for line in lines))


main(sys.argv[1])
