package im.sparrow.social;

import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.DatabaseResource;
import im.sparrow.testing.TokensResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running service over its HTTP door, on a real database and broker; one start for all of them. */
@QuarkusTest
@WithTestResource(
        value = DatabaseResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "schema", value = "sparrow_social"))
@WithTestResource(value = BrokerResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokensResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SmallBounds.class, scope = TestResourceScope.GLOBAL)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SocialTest {}
