package siyu.config;

import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import siyu.config.Shape.Either;
import siyu.config.Shape.Items;
import siyu.config.Shape.Keys;
import siyu.config.Shape.Names;
import siyu.config.Shape.Value;
import siyu.config.Shape.Whole;
import siyu.config.Shape.Word;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a shape as a JSON Schema (draft 2020-12), which editors use to complete and check the YAML while it is typed. */
public final class SchemaWriter {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final JsonGenerator json;

    private SchemaWriter(JsonGenerator json) {
        this.json = json;
    }

    /** The schema as one line of JSON. */
    public static String write(String title, Shape shape) {
        Writer text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("$schema", DIALECT);
            json.writeStringProperty("title", title);
            new SchemaWriter(json).members(shape);
            json.writeEndObject();
        }
        return text.toString();
    }

    private void schema(Shape shape) {
        json.writeStartObject();
        members(shape);
        json.writeEndObject();
    }

    private void members(Shape shape) {
        json.writeStringProperty("description", shape.about());
        if (shape instanceof Keys keys) {
            keys(keys);
        } else if (shape instanceof Names names) {
            json.writeStringProperty("type", "object");
            json.writeName("propertyNames");
            json.writeStartObject();
            json.writeStringProperty("pattern", "^" + Form.NAME.pattern() + "$");
            json.writeNumberProperty("maxLength", Form.MAX_NAME);
            json.writeEndObject();
            json.writeName("additionalProperties");
            schema(names.value());
            json.writeNumberProperty("maxProperties", Shape.MOST_NAMES);
            if (names.least() > 0) {
                json.writeNumberProperty("minProperties", names.least());
            }
        } else if (shape instanceof Items items) {
            json.writeStringProperty("type", "array");
            json.writeName("items");
            schema(items.item());
            json.writeNumberProperty("minItems", items.least());
            json.writeNumberProperty("maxItems", items.most());
        } else if (shape instanceof Word word) {
            strings("enum", word.words());
        } else if (shape instanceof Whole whole) {
            json.writeStringProperty("type", "integer");
            json.writeNumberProperty("minimum", whole.least());
            json.writeNumberProperty("maximum", whole.most());
        } else if (shape instanceof Either either) {
            json.writeName("anyOf");
            json.writeStartArray();
            either.ways().forEach(this::schema);
            json.writeEndArray();
        } else if (shape instanceof Value value) {
            value(value.form());
        }
    }

    private void keys(Keys shape) {
        json.writeStringProperty("type", "object");
        json.writeName("properties");
        json.writeStartObject();
        for (Shape.Key key : shape.keys()) {
            json.writeName(key.name());
            schema(key.shape());
        }
        json.writeEndObject();
        List<String> required = shape.keys().stream()
                .filter(Shape.Key::required)
                .map(Shape.Key::name)
                .toList();
        if (!required.isEmpty()) {
            strings("required", required);
        }
        json.writeBooleanProperty("additionalProperties", false);
    }

    private void value(Form form) {
        switch (form) {
            case BOOLEAN -> json.writeStringProperty("type", "boolean");
            case INTEGER -> json.writeStringProperty("type", "integer");
            // YAML hands a plain 10.00 or true over as a number or a boolean; siyu reads what is written.
            case DECIMAL, MONEY -> strings("type", List.of("number", "string"));
            case EXPRESSION -> strings("type", List.of("string", "boolean", "number"));
            case TEXT -> strings("type", List.of("string", "boolean", "number"));
            default -> json.writeStringProperty("type", "string");
        }
        String pattern = form.pattern();
        if (pattern != null) {
            json.writeStringProperty("pattern", "^" + pattern + "$");
        }
    }

    private void strings(String name, List<String> values) {
        json.writeName(name);
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
