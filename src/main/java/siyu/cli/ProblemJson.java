package siyu.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import siyu.core.Exit;
import siyu.core.Place;
import siyu.core.Problem;
import siyu.out.Json;

/** Problems as one JSON object: {@code {"error": {"code", "message", "exit", "problems": […]}}}. */
final class ProblemJson {
    private ProblemJson() {}

    static String of(List<Problem> problems, Exit exit, List<String> notes) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Problem problem : problems) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("code", problem.code().id());
            one.put("title", problem.code().title());
            one.put("message", problem.message());
            Place place = problem.place();
            one.put("file", place == null ? null : place.file());
            one.put("line", place == null || place.line() == 0 ? null : place.line());
            one.put("column", place == null || place.column() == 0 ? null : place.column());
            one.put("hint", problem.hint());
            all.add(one);
        }
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", problems.get(0).code().id());
        error.put("message", problems.get(0).message());
        error.put("exit", exit.code());
        error.put("problems", all);
        if (!notes.isEmpty()) {
            error.put("notes", notes);
        }
        return Json.document(Map.of("error", error)) + "\n";
    }
}
