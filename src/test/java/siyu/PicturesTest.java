package siyu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** What is drawn of a what-if: a document anything can read, with a mark for each that the table has a row for. */
class PicturesTest {
    @TempDir
    Path directory;

    private static Document document(File file) throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
    }

    @Test
    void drawsWhatTheTableHas() throws IOException, ParserConfigurationException, SAXException {
        Desk desk = new Desk(directory);
        String[] sweep = {
            "simulate",
            "sweep",
            "--set",
            "referral.tiers.steps[0].reward=1..7:2 points",
            "--html",
            "sweep.html",
            "--svg",
            "s.svg"
        };
        desk.done(sweep);
        Document page = document(directory.resolve("sweep.html").toFile());
        assertThat(page.getElementsByTagName("circle").getLength()).isEqualTo(4);
        assertThat(page.getElementsByTagName("tr").getLength()).isEqualTo(5);
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        Document picture = document(directory.resolve("s.svg").toFile());
        assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(4);
        assertThat(desk.run(sweep).exit()).as("a file that is there already").isEqualTo(4);

        desk.done("simulate", "referral", "--runs", "50", "--tornado", "--reach", "9", "--html", "tornado.html");
        page = document(directory.resolve("tornado.html").toFile());
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(1);
        assertThat(Files.readString(directory.resolve("tornado.html")))
                .contains("invitations", "shape", "chance", "reach");

        desk.done("simulate", "referral", "--runs", "50", "--html", "ahead.html");
        page = document(directory.resolve("ahead.html").toFile());
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(2);
    }
}
