package im.sparrow.platform.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import im.sparrow.contracts.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a REST call early into problem+json; a fault of ours is logged with a number and told without. */
final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(Refused refused) {
        return response(refused);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid) {
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

    @ServerExceptionMapper
    Response web(WebApplicationException web) {
        if (web.getCause() instanceof Refused refused) {
            return response(refused);
        }
        if (web.getCause() instanceof JsonProcessingException json) {
            return response(jsonProblem(json));
        }
        int status = web.getResponse().getStatus();
        return switch (status) {
            case 404 -> response(Refused.notFound());
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

    private static Refused jsonProblem(JsonProcessingException unreadable) {
        if (unreadable instanceof StreamConstraintsException) {
            return new Refused(Problem.TOO_LARGE, "The document is too deep or a value in it too long.");
        }
        if (unreadable instanceof MismatchedInputException mismatched) {
            return Refused.field(pointer(mismatched), "has another type or form than it must have");
        }
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return Refused.field(pointer(mapping), "has another type or form than it must have");
        }
        return new Refused(Problem.MALFORMED, "The document is not valid JSON.");
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
            steps.add(node.getName() + (node.getIndex() == null ? "" : "/" + node.getIndex()));
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
