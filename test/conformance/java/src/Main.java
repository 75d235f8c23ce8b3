import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs every validator configuration over the groups of a job file and prints one line of verdicts for each. */
public final class Main {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    public static void main(String[] args) throws IOException {
        Path jobPath = Path.of(args[0]).toAbsolutePath();
        JsonNode groups = MAPPER.readTree(read(jobPath)).get("groups");
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            for (var configuration : Validators.CONFIGURATIONS) run(configuration, groups, jobPath.getParent(), out);
        }
    }

    private static void run(Validators.Configuration configuration, JsonNode groups, Path folder, PrintStream out) {
        var label = new LinkedHashMap<String, Object>();
        label.put("validator", configuration.validator());
        label.put("version", null);
        label.put("draft", configuration.draft());
        label.put("settings", configuration.settings());
        label.put("asserts", configuration.asserts());
        Validators.Library library;
        try {
            library = configuration.start().get();
            label.put("version", library.version());
        } catch (Throwable error) { // a missing jar is an Error, not an Exception
            print(out, label, null, "error", brief(error));
            return;
        }
        for (JsonNode group : groups) {
            JsonNode schema = group.get("schemas").get(configuration.draft());
            if (schema == null) continue;
            String id = group.get("id").asString();
            try {
                var check = library.compiler().compile(read(folder.resolve(schema.asString())));
                var verdicts = new StringBuilder();
                for (String payload : lines(folder.resolve(group.get("payloads").asString()))) {
                    verdicts.append(verdict(check, payload));
                }
                print(out, label, id, "verdicts", verdicts.toString());
            } catch (Exception | LinkageError | StackOverflowError error) {
                print(out, label, id, "error", brief(error));
            }
        }
    }

    private static char verdict(Validators.Check check, String payload) {
        if (payload.isBlank()) return 'e'; // Jackson reads it as a missing value, without an error
        try {
            return check.test(payload) ? '1' : '0';
        } catch (Exception | LinkageError | StackOverflowError error) {
            return 'e'; // not JSON, or the validator failed
        }
    }

    private static void print(PrintStream out, Map<String, Object> label, String group, String key, String value) {
        var line = new LinkedHashMap<>(label);
        line.put("group", group);
        line.put(key, value);
        out.print(MAPPER.writeValueAsString(line) + "\n");
        out.flush();
    }

    private static String read(Path path) throws IOException {
        return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    }

    /** Split at LF only: Java's own line readers also split at CR. */
    private static List<String> lines(Path path) throws IOException {
        String text = read(path);
        var lines = new ArrayList<String>();
        for (int start = 0, end; start < text.length(); start = end + 1) {
            end = text.indexOf('\n', start);
            if (end < 0) end = text.length();
            lines.add(text.substring(start, end));
        }
        return lines;
    }

    private static String brief(Throwable error) {
        String message = error.getClass().getSimpleName() + ": " + error.getMessage();
        String line = message.split("\\R", 2)[0];
        return line.substring(0, Math.min(300, line.length()));
    }
}
