// Runs valijson over a job file and prints one line of verdicts for every configuration and group.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;
using Parser = valijson::SchemaParser;
namespace fs = std::filesystem;

struct Configuration {
    const char *draft, *settings;
    bool asserts;
    Parser::Version version;
};

// valijson does not look at $schema and its newest draft is 7. It always asserts format, but only date, time and
// date-time.
const Configuration configurations[] = {
    {"2020-12", "kDraft7", true, Parser::kDraft7},
    {"draft-07", "kDraft7", true, Parser::kDraft7},
};

std::string read(const fs::path &path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

char verdict(valijson::Validator &validator, const valijson::Schema &schema, const std::string &line) {
    try {
        const Json payload = Json::parse(line);
        return validator.validate(schema, Adapter(payload), nullptr) ? '1' : '0';
    } catch (const std::exception &) {
        return 'e';
    }
}

std::string verdicts(Parser::Version version, const fs::path &schemaPath, const fs::path &payloadsPath) {
    const Json document = Json::parse(read(schemaPath));
    const std::string payloads = read(payloadsPath);
    valijson::Schema schema;
    Parser(version).populateSchema(Adapter(document), schema); // without a function that fetches other documents
    valijson::Validator validator; // has a cache of compiled patterns: one for all payloads
    std::string result;
    for (size_t start = 0, end; start < payloads.size(); start = end + 1) {
        end = std::min(payloads.find('\n', start), payloads.size());
        result += verdict(validator, schema, payloads.substr(start, end - start));
    }
    return result;
}

// The first line of a message, at most 300 characters of it.
std::string firstLine(const std::string &message) {
    std::string line;
    size_t characters = 0;
    for (const char c : message.substr(0, message.find('\n'))) {
        if ((c & 0xC0) != 0x80 && ++characters > 300) break; // not inside a UTF-8 sequence
        line += c;
    }
    return line;
}

void run(const fs::path &jobPath) {
    const Json job = Json::parse(read(jobPath));
    const fs::path folder = jobPath.parent_path();
    for (const Configuration &c : configurations) {
        for (const Json &group : job.at("groups")) {
            if (!group.at("schemas").contains(c.draft)) continue;
            Json line = {{"validator", "valijson"}, {"version", VALIJSON_VERSION}, {"draft", c.draft},
                {"settings", c.settings}, {"asserts", c.asserts}, {"group", group.at("id")}};
            // An absolute path stays as it is when it is joined.
            const auto path = [&](const Json &text) { return folder / text.get<std::string>(); };
            try {
                line["verdicts"] = verdicts(c.version, path(group["schemas"][c.draft]), path(group.at("payloads")));
            } catch (const std::exception &error) {
                line["error"] = firstLine(error.what());
            }
            std::cout << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
        }
    }
}

int main(int count, char **arguments) {
    if (count != 2) {
        std::cerr << "usage: conformance JOB\n";
        return 2;
    }
    try {
        run(arguments[1]);
    } catch (const std::exception &error) {
        std::cerr << "conformance: " << error.what() << '\n';
        return 1;
    }
    std::cout.flush();
    return std::cout ? 0 : 1;
}
