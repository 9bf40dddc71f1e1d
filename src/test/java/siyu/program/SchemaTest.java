package siyu.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import siyu.config.Node;
import siyu.config.Node.Mapping;
import siyu.config.Node.Scalar;
import siyu.config.Node.Sequence;
import siyu.config.YamlReader;
import siyu.core.Diagnostics;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class SchemaTest {
    private final Map<?, ?> schema = (Map<?, ?>) parse(Sections.schema());

    private static Object parse(String json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Object value = value(parser);
            assertThat(parser.nextToken()).isNull();
            return value;
        }
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    assertThat(map.put(name, value(parser))).as(name).isNull();
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getLongValue();
            default -> parser.getString();
        };
    }

    @Test
    void coversEverySection() {
        assertThat(schema.get("$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("additionalProperties")).isEqualTo(false);
        assertThat(schema.get("required")).isEqualTo(List.of("program", "timezone", "currency"));
        Map<?, ?> properties = (Map<?, ?>) member(schema, "properties");
        assertThat(properties.keySet())
                .isEqualTo(new java.util.LinkedHashSet<Object>(
                        Sections.ALL.stream().map(Section::name).toList()));
    }

    @Test
    void everythingIsDescribed() {
        List<String> bare = new ArrayList<>();
        describe("", schema, bare);
        assertThat(bare).isEmpty();
    }

    private static void describe(String path, Map<?, ?> part, List<String> bare) {
        if (!(part.get("description") instanceof String words) || words.isBlank()) {
            bare.add(path);
        }
        if (part.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, inner) -> describe(path + "." + name, (Map<?, ?>) inner, bare));
        }
        if (part.get("items") instanceof Map<?, ?> items) {
            describe(path + "[]", items, bare);
        }
        if (part.get("additionalProperties") instanceof Map<?, ?> inner) {
            describe(path + ".*", inner, bare);
        }
    }

    /** What the templates write is what the schema allows: every key is there, and every value of its kind. */
    @Test
    void acceptsTheTemplates() {
        for (Template template : Template.values()) {
            for (Template.File file : template.files()) {
                if (file.path().endsWith(".yaml")) {
                    Node root = YamlReader.value(file.path(), file.text(), 0, new Diagnostics());
                    Mapping mapping = root instanceof Mapping map ? map : null;
                    assertThat(mapping).isNotNull();
                    Map<?, ?> properties = (Map<?, ?>) member(schema, "properties");
                    mapping.entries().values().forEach(entry -> {
                        String key = entry.key().value();
                        assertThat(problem(entry.value(), (Map<?, ?>) member(properties, key)))
                                .as("%s: %s", file.path(), key)
                                .isNull();
                    });
                }
            }
        }
    }

    private static @Nullable String problem(Node node, Map<?, ?> schema) {
        if (schema.get("anyOf") instanceof List<?> ways) {
            return ways.stream().anyMatch(way -> problem(node, (Map<?, ?>) way) == null) ? null : "none of " + ways;
        }
        if (node instanceof Sequence sequence) {
            if (!(schema.get("items") instanceof Map<?, ?> items)) {
                return "a list";
            }
            return sequence.items().stream()
                    .map(item -> problem(item, items))
                    .filter(found -> found != null)
                    .findFirst()
                    .orElse(null);
        }
        if (node instanceof Scalar scalar) {
            return problem(scalar, schema);
        }
        for (Node.Entry entry : ((Mapping) node).entries().values()) {
            Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
            Object inner = properties.get(entry.key().value());
            inner = inner == null ? schema.get("additionalProperties") : inner;
            if (!(inner instanceof Map<?, ?> allowed)) {
                return "key " + entry.key().value();
            }
            String found = problem(entry.value(), allowed);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String problem(Scalar scalar, Map<?, ?> schema) {
        String text = scalar.value();
        if (schema.get("enum") instanceof List<?> words) {
            return words.contains(text) ? null : text;
        }
        if (schema.get("pattern") instanceof String pattern && !text.matches(pattern)) {
            return text + " is not " + pattern;
        }
        Object type = schema.get("type");
        return "object".equals(type) || "array".equals(type) ? text : null;
    }

    private static Object member(Map<?, ?> map, String name) {
        Object member = map.get(name);
        assertThat(member).as(name).isNotNull();
        return member == null ? Map.of() : member;
    }
}
