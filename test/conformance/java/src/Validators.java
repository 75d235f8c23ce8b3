import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The validator configurations. */
final class Validators {
    record Configuration(String validator, String draft, String settings, boolean asserts, Supplier<Library> start) {}

    record Library(String version, Compiler compiler) {}

    interface Compiler {
        Check compile(String schema) throws Exception;
    }

    interface Check {
        boolean test(String payload) throws Exception;
    }

    private static final String NETWORKNT = "com.networknt:json-schema-validator";
    private static final String HARREL = "dev.harrel:json-schema";
    private static final String ON = "formatAssertionsEnabled=true";
    private static final String OFF = "formatAssertionsEnabled=false";

    // networknt asserts format in draft-07 unless it is told not to, and in 2020-12 only if it is told to.
    static final List<Configuration> CONFIGURATIONS = List.of(
        new Configuration(NETWORKNT, "2020-12", "default", false, () -> Networknt.start("2020-12", null)),
        new Configuration(NETWORKNT, "draft-07", "default", true, () -> Networknt.start("draft-07", null)),
        new Configuration(NETWORKNT, "2020-12", ON, true, () -> Networknt.start("2020-12", true)),
        new Configuration(NETWORKNT, "draft-07", OFF, false, () -> Networknt.start("draft-07", false)),
        new Configuration(HARREL, "2020-12", "default", false, () -> Harrel.start(false)),
        new Configuration(HARREL, "draft-07", "default", false, () -> Harrel.start(false)),
        new Configuration(HARREL, "2020-12", "FormatEvaluatorFactory", true, () -> Harrel.start(true)),
        new Configuration(HARREL, "draft-07", "FormatEvaluatorFactory", true, () -> Harrel.start(true)));

    // Each library is touched in a class of its own, so that one missing jar fails only its own configurations.
    private static final class Networknt {
        static Library start(String draft, Boolean assertFormat) {
            // Only for a schema without $schema, which decides otherwise.
            var version = draft.equals("draft-07") ? SpecificationVersion.DRAFT_7 : SpecificationVersion.DRAFT_2020_12;
            var config = SchemaRegistryConfig.builder().formatAssertionsEnabled(assertFormat).build();
            return new Library(version(SchemaRegistry.class), schema -> {
                // A registry of its own, so that two groups may use one $id. It fetches nothing by itself.
                var registry = SchemaRegistry.withDefaultDialect(version, it -> it.schemaRegistryConfig(config));
                var compiled = registry.getSchema(schema, InputFormat.JSON);
                return payload -> compiled.validate(payload, InputFormat.JSON).isEmpty();
            });
        }
    }

    private static final class Harrel {
        static Library start(boolean assertFormat) {
            // Its default parser, except that text after the JSON value is an error.
            var mapper = new ObjectMapper().enable(
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
            var factory = new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory(mapper));
            if (assertFormat) factory = factory.withEvaluatorFactory(new FormatEvaluatorFactory());
            var configured = factory;
            return new Library(version(ValidatorFactory.class), schema -> {
                var validator = configured.createValidator(); // its resolver knows the metaschemas and fetches nothing
                var uri = validator.registerSchema(schema);
                return payload -> validator.validate(uri, payload).isValid();
            });
        }
    }

    /** The version in the name of the jar that the class was really loaded from. */
    private static String version(Class<?> type) {
        String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        var matcher = Pattern.compile("-(\\d[^/]*)\\.jar$").matcher(jar);
        return matcher.find() ? matcher.group(1) : "unknown";
    }
}
