"""Reads a pair of schemas a line, as JSON: says whether the second accepts all that the first does.

A line of the output is "yes", "no", "unknown", or "refused: " and why the pair is none of schemas.
"""

import json
import sys

import jsonschema_rs
from jsonschema_rs.canonical import CanonicalizationError


def canonical(schema):
    return jsonschema_rs.canonicalize(schema, draft=jsonschema_rs.Draft202012, validate_formats=True)


def answer(inner, outer):
    try:
        return str(canonical(outer).covers(canonical(inner)))
    except CanonicalizationError:
        return "unknown"
    except jsonschema_rs.ValidationError as error:
        return f"refused: {error.message}"


for line in sys.stdin:
    print(answer(*json.loads(line)).replace("\n", " "), flush=True)
