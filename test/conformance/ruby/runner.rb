# Conformance runner: judges the payloads of a job with the JSON Schema validators of Ruby.
require "json"
require "set" # json_schemer 0.2.18 uses Set without requiring it

SCHEMER = lambda do |format|
  ->(schema) { JSONSchemer.schema(schema, format: format).method(:valid?) }
end

# json-schema takes schema and payload together; this keeps the schema it has read and changes the payload
JSON_SCHEMA = lambda do |schema|
  JSON::Validator.clear_cache
  offline = JSON::Schema::Reader.new(accept_uri: false, accept_file: false)
  validator = JSON::Validator.new(schema, nil, parse_data: false, schema_reader: offline)
  lambda do |payload|
    validator.instance_variable_set(:@data, payload)
    validator.validate
  rescue JSON::Schema::ValidationError
    false
  end
end

CONFIGURATIONS = [ # gem, file to require, draft, settings, asserts format, how a validity test of a schema is made
  ["json_schemer", "json_schemer", "2020-12", "default", true, SCHEMER[true]],
  ["json_schemer", "json_schemer", "2020-12", "format: false", false, SCHEMER[false]],
  ["json_schemer", "json_schemer", "draft-07", "default", true, SCHEMER[true]],
  ["json_schemer", "json_schemer", "draft-07", "format: false", false, SCHEMER[false]],
  ["json-schema", "json-schema", "2020-12", "default", true, JSON_SCHEMA],
  ["json-schema", "json-schema", "draft-07", "default", true, JSON_SCHEMA]
].freeze

# NotImplementedError, which json_schemer raises, is a ScriptError
FAILURES = [StandardError, ScriptError, SystemStackError].freeze

def parse(text)
  text = text.dup.force_encoding(Encoding::UTF_8)
  raise JSON::ParserError, "not UTF-8" unless text.valid_encoding?

  JSON.parse(text, max_nesting: 512)
end

def verdict(test, line)
  test.call(parse(line)) ? "1" : "0"
rescue *FAILURES
  "e"
end

def first_line(error)
  "#{error.class}: #{error.message}".scrub.lines.first.chomp[0, 300]
end

job = ARGV.fetch(0)
path = ->(name) { File.absolute_path(name, File.dirname(File.absolute_path(job))) }
groups = parse(File.binread(job)).fetch("groups")
$stdout.sync = true

CONFIGURATIONS.each do |name, library, draft, settings, asserts, make|
  head = { validator: name, version: nil, draft: draft, settings: settings, asserts: asserts }
  report = ->(group, result) { puts JSON.generate({ **head, group: group, **result }) }
  begin
    load File.join(__dir__, "Gemfile") # activates just the pinned versions
    require library
    head[:version] = Gem.loaded_specs.fetch(name).version.to_s
  rescue *FAILURES => e
    report.call(nil, { error: first_line(e) })
    next
  end
  groups.each do |group|
    next unless group["schemas"].key?(draft)

    begin
      test = make.call(parse(File.binread(path[group["schemas"][draft]])))
      lines = File.binread(path[group["payloads"]]).split("\n", -1)
      lines.pop if lines.last == "" # what follows the last LF is no line
      report.call(group["id"], { verdicts: lines.map { |line| verdict(test, line) }.join })
    rescue *FAILURES => e
      report.call(group["id"], { error: first_line(e) })
    end
  end
end
