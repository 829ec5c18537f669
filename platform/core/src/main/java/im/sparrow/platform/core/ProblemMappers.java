package im.sparrow.platform.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import im.sparrow.contracts.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns whatever ends a REST call early into problem+json; a fault of ours is logged with a number and told without. */
final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(Refused refused) {
        return response(refused);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid) {
        if (invalid.getConstraintViolations().stream().anyMatch(ProblemMappers::isMissingDocument)) {
            return response(noObject());
        }
        List<FieldError> errors = invalid.getConstraintViolations().stream()
                .map(ProblemMappers::fieldError)
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        return response(Refused.fields(errors));
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException unreadable) {
        return response(jsonProblem(unreadable));
    }

    /** Named by itself: the framework has one of its own for this kind, which says nothing. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatched) {
        return response(jsonProblem(mismatched));
    }

    @ServerExceptionMapper
    Response web(WebApplicationException web, ResourceInfo resource, UriInfo asked) {
        if (web.getCause() instanceof Refused refused) {
            return response(refused);
        }
        if (web.getCause() instanceof JsonProcessingException json) {
            return response(jsonProblem(json));
        }
        int status = web.getResponse().getStatus();
        return switch (status) {
            case 404 -> response(notFound(resource, asked));
            case 413 -> response(new Refused(Problem.TOO_LARGE, "The request is larger than allowed."));
            case 400, 415, 406, 405 -> withStatus(status, new Refused(Problem.MALFORMED, title(web)));
            default -> status < 500 ? withStatus(status, new Refused(Problem.MALFORMED, title(web))) : fault(web);
        };
    }

    @ServerExceptionMapper
    Response fault(RuntimeException fault) {
        String number = UUID.randomUUID().toString();
        LOG.errorf(fault, "fault %s", number);
        return response(
                new Refused(Problem.INTERNAL, "Something went wrong on our side; its number is " + number + "."));
    }

    /** The framework says the same of a query parameter that is no number as of an address that nobody has. */
    private static Refused notFound(ResourceInfo resource, UriInfo asked) {
        List<FieldError> wrong = resource == null || resource.getResourceMethod() == null
                ? List.of()
                : QueryNumbers.wrong(resource.getResourceMethod(), asked.getQueryParameters());
        return wrong.isEmpty() ? Refused.notFound() : Refused.fields(wrong);
    }

    private static Refused jsonProblem(JsonProcessingException unreadable) {
        if (unreadable instanceof StreamConstraintsException) {
            return new Refused(Problem.TOO_LARGE, "The document is too deep or a value in it too long.");
        }
        if (unreadable instanceof JsonMappingException mapping && !noText(mapping.getCause())) {
            return mapping.getPath().isEmpty()
                    ? noObject()
                    : Refused.field(pointer(mapping), "has another type or form than it must have");
        }
        return new Refused(Problem.MALFORMED, "The document is not valid JSON.");
    }

    private static Refused noObject() {
        return new Refused(Problem.MALFORMED, "The document is one JSON object.");
    }

    /** Bytes that are no text are met while a field is read, but they are not that field's fault. */
    private static boolean noText(@Nullable Throwable cause) {
        return cause instanceof IOException && !(cause instanceof JsonMappingException);
    }

    /** Only a document can be missing: query parameters without default are not constrained to be there. */
    private static boolean isMissingDocument(ConstraintViolation<?> violation) {
        return violation.getInvalidValue() == null
                && StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                                .count()
                        == 2;
    }

    private static String pointer(JsonMappingException mapping) {
        var pointer = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            pointer.append('/').append(step.getFieldName() != null ? step.getFieldName() : step.getIndex());
        }
        return pointer.toString();
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        List<String> steps = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            String name = node.getKind() == ElementKind.CONTAINER_ELEMENT ? "" : node.getName();
            String index = node.getIndex() == null ? "" : node.getIndex().toString();
            // The index says where in the step before it something is; what is in a set has neither index nor name.
            if (!name.isEmpty() || !index.isEmpty()) {
                steps.add(name.isEmpty() || index.isEmpty() ? name + index : index + "/" + name);
            }
        }
        // The first two steps name the resource method and its parameter, which callers do not know.
        boolean query = steps.size() == 2;
        String pointer = query
                ? "?" + steps.get(1)
                : "/" + String.join("/", steps.subList(Math.min(2, steps.size()), steps.size()));
        return new FieldError(pointer, violation.getMessage());
    }

    private static String title(WebApplicationException web) {
        return web.getResponse().getStatusInfo().getReasonPhrase() + ".";
    }

    private static Response response(Refused refused) {
        return withStatus(refused.problem().status(), refused);
    }

    private static Response withStatus(int status, Refused refused) {
        Response.ResponseBuilder response =
                Response.status(status).type(ProblemView.MEDIA_TYPE).entity(ProblemView.of(refused));
        refused.retryAfter()
                .ifPresent(after -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, after.toSeconds())));
        return response.build();
    }
}
