<?php

// Conformance runner: judges the payloads of a job with justinrainbow/json-schema.

use JsonSchema\Constraints\Constraint;
use JsonSchema\Constraints\Factory;
use JsonSchema\SchemaStorage;
use JsonSchema\Uri\Retrievers\PredefinedArray;
use JsonSchema\Uri\UriRetriever;
use JsonSchema\Validator;

const CONFIGURATIONS = [ // draft, settings: the check mode to add, asserts format
    ['2020-12', 'default', true],
    ['2020-12', 'CHECK_MODE_DISABLE_FORMAT', false],
    ['draft-07', 'default', true],
    ['draft-07', 'CHECK_MODE_DISABLE_FORMAT', false],
];

// A warning (of a pattern that does not compile, say) counts as an error of the validator; deprecations do not
error_reporting(E_ALL & ~E_DEPRECATED & ~E_USER_DEPRECATED);
ini_set('display_errors', 'stderr');
ini_set('memory_limit', '-1');
set_error_handler(function (int $level, string $message): bool {
    if (!(error_reporting() & $level)) {
        return true;
    }
    throw new ErrorException($message);
});

function parse(string $text): mixed
{
    return json_decode($text, false, 512, JSON_THROW_ON_ERROR);
}

function compile(mixed $schema, string $settings): Closure
{
    $retriever = new UriRetriever();
    $retriever->setUriRetriever(new PredefinedArray([])); // fetches nothing
    $storage = new SchemaStorage($retriever);
    $storage->addSchema(SchemaStorage::INTERNAL_PROVIDED_SCHEMA_URI, $schema);
    $factory = new Factory($storage, $retriever);
    if ($settings !== 'default') {
        $factory->addConfig(constant(Constraint::class . "::$settings"));
    }
    $validator = new Validator($factory);
    return function (mixed $payload) use ($validator, $schema): bool {
        $validator->reset();
        $validator->validate($payload, $schema);
        return $validator->isValid();
    };
}

function verdict(Closure $isValid, string $line): string
{
    try {
        return $isValid(parse($line)) ? '1' : '0';
    } catch (Throwable) {
        return 'e';
    }
}

function firstLine(Throwable $error): string
{
    $line = strtok(get_class($error) . ': ' . $error->getMessage(), "\n");
    return preg_replace('/^(.{300}).*/su', '$1', $line) ?? substr($line, 0, 300);
}

/** The version that the package manager has installed: the library does not know its own. */
function installedVersion(): ?string
{
    exec('dpkg-query --show --showformat \'${source:Upstream-Version}\' php-json-schema 2>/dev/null', $output);
    return $output[0] ?? null;
}

$folder = dirname(realpath($argv[1]));
$path = fn (string $name): string => $name[0] === '/' ? $name : "$folder/$name";
$groups = parse(file_get_contents($argv[1]))->groups;
$version = installedVersion();
$missing = null;
try {
    require_once 'JsonSchema/autoload.php';
} catch (Throwable $error) {
    $missing = $error;
}

foreach (CONFIGURATIONS as [$draft, $settings, $asserts]) {
    $head = ['validator' => 'justinrainbow/json-schema', 'version' => $version,
        'draft' => $draft, 'settings' => $settings, 'asserts' => $asserts];
    $report = function (?string $group, array $result) use ($head): void {
        $flags = JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE;
        echo json_encode([...$head, 'group' => $group, ...$result], $flags), "\n";
    };
    if ($missing) {
        $report(null, ['error' => firstLine($missing)]);
        continue;
    }
    foreach ($groups as $group) {
        if (!isset($group->schemas->$draft)) {
            continue;
        }
        try {
            $isValid = compile(parse(file_get_contents($path($group->schemas->$draft))), $settings);
            $lines = explode("\n", file_get_contents($path($group->payloads)));
        } catch (Throwable $error) {
            $report($group->id, ['error' => firstLine($error)]);
            continue;
        }
        if (end($lines) === '') { // what follows the last LF is no line
            array_pop($lines);
        }
        $verdicts = '';
        foreach ($lines as $line) {
            $verdicts .= verdict($isValid, $line);
        }
        $report($group->id, ['verdicts' => $verdicts]);
    }
}
