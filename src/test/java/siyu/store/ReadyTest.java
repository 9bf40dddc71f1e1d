package siyu.store;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class ReadyTest {
    /** The names are those of this version of the database. */
    @Test
    void allClassesAreThere() {
        assertThatCode(new Ready()::run).doesNotThrowAnyException();
    }
}
