package dev.orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAlignedAndEmptyOnesLeftOut() {
        Table table = new Table("name", "owner", "kind").row("a", null, "web").row("längste", "", "db");
        assertThat(table).hasToString("NAME     KIND\na        web\nlängste  db");
    }

    @Test
    void cellsAreHarmlessAndCut() {
        Table table = new Table("name", "rest").row("a\u001b[31m\nb", "x").row("n".repeat(100), "y");
        assertThat(table.toString())
                .doesNotContain("\u001b")
                .contains("a[31m b")
                .contains("n".repeat(60) + "…  y");
    }

    @Test
    void aTableWithoutRowsIsEmpty() {
        assertThat(new Table("name").isEmpty()).isTrue();
        assertThat(new Table("name").row("a").isEmpty()).isFalse();
    }
}
