package siyu;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import siyu.core.Code;

/** The rules of the house that a machine can keep: who may import whom, where the world comes in, how long a file may be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseTest {
    /** Package → the packages of siyu it may use. What is not listed here has no room in the house. */
    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("core", List.of());
        MAY_USE.put("fact", List.of("core"));
        MAY_USE.put("out", List.of("core"));
        MAY_USE.put("config", List.of("core", "fact"));
        MAY_USE.put("rule", List.of("core", "fact"));
        MAY_USE.put("store", List.of("core", "fact"));
        MAY_USE.put("importing", List.of("core", "fact"));
        MAY_USE.put("cli", List.of("core", "out"));
        MAY_USE.put("chart", List.of("core", "out"));
        List<String> base = List.of("core", "fact", "out", "config", "rule", "store", "importing");
        MAY_USE.put("customer", base);
        MAY_USE.put("segment", and(base, "customer"));
        MAY_USE.put("points", and(base, "customer"));
        MAY_USE.put("task", and(base, "customer", "segment", "points"));
        MAY_USE.put("level", and(base, "customer", "segment", "points"));
        MAY_USE.put("benefit", and(base, "customer", "points", "level"));
        MAY_USE.put("lottery", and(base, "customer", "points"));
        MAY_USE.put("referral", and(base, "customer", "points"));
        MAY_USE.put("group", and(base, "customer", "segment"));
        MAY_USE.put("staff", and(base, "customer", "points"));
        List<String> domains = and(
                base,
                "customer",
                "segment",
                "points",
                "level",
                "benefit",
                "task",
                "lottery",
                "referral",
                "group",
                "staff");
        MAY_USE.put("program", domains);
        MAY_USE.put(
                "report",
                and(
                        base,
                        "customer",
                        "segment",
                        "points",
                        "level",
                        "task",
                        "lottery",
                        "benefit",
                        "referral",
                        "group",
                        "staff",
                        "program",
                        "chart"));
        MAY_USE.put("sample", and(base, "customer", "segment", "program"));
        MAY_USE.put("command", and(domains, "cli", "program", "report", "sample", "chart"));
    }

    private JavaClasses classes = new ClassFileImporter().importPackages();

    private static List<String> and(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @BeforeAll
    void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("siyu");
    }

    @Test
    void packagesUseOnlyWhatIsBelowThem() {
        Set<String> rooms = new TreeSet<>();
        for (JavaClass type : classes) {
            rooms.add(type.getPackageName().replaceFirst("^siyu\\.?([a-z]*).*", "$1"));
        }
        rooms.remove("");
        assertThat(MAY_USE.keySet())
                .as("every package has its place in the order")
                .containsAll(rooms);
        MAY_USE.forEach((room, allowed) -> {
            List<String> forbidden = new ArrayList<>(List.of("siyu"));
            for (String other : MAY_USE.keySet()) {
                if (!other.equals(room) && !allowed.contains(other)) {
                    forbidden.add("siyu." + other + "..");
                }
            }
            noClasses()
                    .that()
                    .resideInAPackage("siyu." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden.toArray(new String[0]))
                    .allowEmptyShould(true)
                    .check(classes);
        });
    }

    @Test
    void noCycles() {
        slices().matching("siyu.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void librariesStayInTheirRooms() {
        only("picocli", List.of("siyu", "siyu.cli"), "picocli..");
        only("JLine", List.of("siyu", "siyu.cli"), "org.jline..");
        only(
                "Jackson",
                List.of("siyu.config..", "siyu.out..", "siyu.importing.."),
                "tools.jackson..",
                "com.fasterxml..");
        only("FastCSV", List.of("siyu.importing.."), "de.siegmar..");
        only("H2", List.of("siyu.store.."), "org.h2..");
    }

    private void only(String library, List<String> rooms, String... packages) {
        noClasses()
                .that(not(resideInAnyPackage(rooms.toArray(new String[0]))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .as(library + " is seen in " + rooms + " only")
                .check(classes);
    }

    @Test
    void sqlStaysInStores() {
        DescribedPredicate<JavaClass> store = describe("a store", type -> {
            String outer = type.getName().replaceFirst("\\$.*", "");
            return type.getPackageName().startsWith("siyu.store") || outer.endsWith("Store");
        });
        noClasses()
                .that(not(store))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(classes);
    }

    /** Streams, environment, clocks, chance and the end of the process come in through Main, so that tests can give them. */
    @Test
    void theWorldComesInThroughMain() {
        DescribedPredicate<JavaAccess<?>> world = describe("the world", HouseTest::world);
        DescribedPredicate<JavaClass> main = describe(
                "Main", type -> type.getName().replaceFirst("\\$.*", "").equals("siyu.Main"));
        noClasses().that(not(main)).should().accessTargetWhere(world).check(classes);
    }

    private static boolean world(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean parameters =
                access.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget target
                        && !target.getRawParameterTypes().isEmpty();
        return switch (owner) {
            case "java.lang.System" ->
                Set.of("out", "err", "in", "console", "exit", "getenv", "nanoTime", "currentTimeMillis")
                        .contains(name);
            case "java.lang.Runtime" ->
                Set.of("exit", "halt", "addShutdownHook").contains(name);
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.LocalDateTime",
                    "java.time.ZonedDateTime",
                    "java.time.OffsetDateTime" -> name.equals("now") && !parameters;
            case "java.time.ZoneId" -> name.equals("systemDefault");
            case "java.util.Random", "java.util.SplittableRandom" -> name.equals("<init>") && !parameters;
            case "java.security.SecureRandom" -> name.equals("<init>");
            case "java.lang.Math" -> name.equals("random");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.concurrent.ThreadLocalRandom" -> name.equals("current");
            default -> false;
        };
    }

    @Test
    void filesAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                int lines = Files.readAllLines(file).size();
                if (lines > (file.startsWith(Path.of("src/main")) ? 500 : 600)) {
                    tooLong.add(file + ": " + lines);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** 2.5.252 loses acknowledged commits on a kill. */
    @Test
    void versionsAreThoseOfThePom() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(pom)
                .containsPattern("<artifactId>h2</artifactId>\\s*(<!--.*-->\\s*)?<version>2\\.4\\.240</version>");
        assertThat(org.h2.engine.Constants.VERSION).isEqualTo("2.4.240");
        assertThat(pom).contains("<artifactId>siyu</artifactId>\n  <version>" + Commands.VERSION + "</version>");
    }

    /** Every code is in the catalogue of {@code siyu help}, complete, and its identity is its own. */
    @Test
    void everyCodeIsInTheCatalogue() {
        List<Code> catalogue = Commands.tree().parts().codes();
        Set<String> enums = new TreeSet<>();
        for (JavaClass type : classes) {
            if (type.isEnum() && type.isAssignableTo(Code.class)) {
                enums.add(type.getName());
            }
        }
        Set<String> listed = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        for (Code code : catalogue) {
            listed.add(((Enum<?>) code).getDeclaringClass().getName());
            assertThat(code.id()).matches("E\\d{4}");
            assertThat(ids.add(code.id())).as("%s twice", code.id()).isTrue();
            assertThat(code.title()).as(code.id()).isNotBlank().doesNotEndWith(".");
            assertThat(code.meaning()).as(code.id()).hasSizeGreaterThan(20).endsWith(".");
        }
        assertThat(listed).isEqualTo(enums);
    }

    /** A code that no test names is one that nobody has seen. */
    @Test
    void everyCodeIsNamedByATest() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/test"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|txt)"))
                    .toList()) {
                tests.append(Files.readString(file));
            }
        }
        String words = tests.toString();
        assertThat(Commands.tree().parts().codes())
                .filteredOn(code -> !words.contains(code.id()))
                .extracting(
                        code -> ((Enum<?>) code).getDeclaringClass().getSimpleName() + "." + ((Enum<?>) code).name())
                .filteredOn(name -> !words.contains(name))
                .isEmpty();
    }
}
