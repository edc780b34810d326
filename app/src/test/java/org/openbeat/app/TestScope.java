package org.openbeat.app;

import org.jspecify.annotations.Nullable;
import org.openbeat.app.database.RowScope;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * A test looks into tables, and takes them away, as their owner. What it asks of the application is scoped there: by the
 * actor whom it names, or by the request that it sends. The application itself starts before, without any scope.
 */
public final class TestScope implements TestExecutionListener {
    private RowScope.@Nullable Opened opened;

    @Override
    public void prepareTestInstance(TestContext test) {
        if (opened == null) {
            opened = RowScope.owner("a test").open();
        }
    }

    @Override
    public void afterTestClass(TestContext test) {
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
