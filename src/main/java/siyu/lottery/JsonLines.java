package siyu.lottery;

import java.util.List;
import java.util.Map;
import siyu.out.Json;

/** Small JSON documents with a line for each member, so that people can read and compare them; their bytes follow from their values. */
final class JsonLines {
    private JsonLines() {}

    /** A document; the items of a list of maps have a line each. */
    static String document(Map<String, ?> members) {
        StringBuilder text = new StringBuilder("{\n");
        int left = members.size();
        for (Map.Entry<String, ?> member : members.entrySet()) {
            text.append("  ").append(member(member)).append(--left > 0 ? ",\n" : "\n");
        }
        return text.append("}\n").toString();
    }

    private static String member(Map.Entry<String, ?> member) {
        if (!(member.getValue() instanceof List<?> list) || list.isEmpty() || !(list.get(0) instanceof Map<?, ?>)) {
            java.util.Map<String, Object> one = new java.util.HashMap<>();
            one.put(member.getKey(), member.getValue());
            String document = Json.document(one);
            return document.substring(1, document.length() - 1);
        }
        StringBuilder text = new StringBuilder(Json.document(Map.of(member.getKey(), List.of())));
        text.setLength(text.length() - 2);
        text.deleteCharAt(0);
        String separator = "\n    ";
        for (Object item : list) {
            String document = Json.document(Map.of("", item));
            text.append(separator).append(document, 5, document.length() - 1);
            separator = ",\n    ";
        }
        return text.append("\n  ]").toString();
    }
}
