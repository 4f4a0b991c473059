package io.hyperfleet.rest.request;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.rest.log.AccessLog;
import io.hyperfleet.rest.problem.Exchange;
import io.hyperfleet.rest.problem.FailureLog;
import io.hyperfleet.rest.problem.MethodNotAllowed;
import io.hyperfleet.rest.problem.ProblemDetails;
import io.hyperfleet.rest.request.ServiceState.Admission;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Surrounds every request, known route or not: gives it its context, lets it through once the
 * service is ready, and makes sure that whatever goes wrong is answered with a problem.
 */
@WebFilter(
    // Named after the application; a pattern of paths would miss the request target "*".
    servletNames = "io.hyperfleet.rest.HyperFleetApplication",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR},
    asyncSupported = true)
public final class RequestFilter implements Filter {

  private final RequestContexts contexts;
  private final InstantSource clock;
  private final ServiceState service;
  private final AccessLog log;
  private final WarmUpPass pass;

  @Inject
  public RequestFilter(
      RequestContexts contexts,
      InstantSource clock,
      ServiceState service,
      AccessLog log,
      WarmUpPass pass) {
    this.contexts = contexts;
    this.clock = clock;
    this.service = service;
    this.log = log;
    this.pass = pass;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    Exchange known = Exchange.of(request);
    if (known == null) {
      surround(http, answer, chain);
    } else {
      // An error dispatch from within a request that is already surrounded.
      send(refusedByContainer(http, known), answer);
    }
  }

  private void surround(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    long started = System.nanoTime();
    Exchange exchange = begin(request, response);
    UnderWay underWay = new UnderWay(method(request), exchange.path());
    Admission admission = admission(request, underWay);
    // One that was late comes when the service is ready, and is no client's either.
    boolean own = pass.isShownBy(request);
    Completion completion =
        new Completion(
            own
                ? () -> leave(exchange, underWay)
                : () -> end(request, response, exchange, underWay, started));
    Optional<EdgeRefusal> refusal = EdgeRefusal.of(request);
    try {
      if (refusal.isPresent()) {
        refuse(refusal.get(), exchange, response);
      } else if (admission == Admission.HANDLED || (own && admission == Admission.NOT_STARTED)) {
        handle(request, response, chain, completion);
      } else {
        turnAway(admission, exchange, response);
      }
    } catch (ServletException | RuntimeException | Error unexpected) {
      FailureLog.write(unexpected, exchange);
      send(ProblemDetails.unexpected(exchange), response);
      if (completion.isLeftToOthers()) {
        request.getAsyncContext().complete();
      }
    } finally {
      completion.handled();
    }
  }

  private Admission admission(HttpServletRequest request, UnderWay underWay) {
    Admission admission = service.enter(underWay);
    return admission == Admission.HANDLED && contexts.isTooLate(request)
        ? Admission.BUSY
        : admission;
  }

  private Exchange begin(HttpServletRequest request, HttpServletResponse response) {
    Exchange exchange = new Exchange(contexts.of(request), path(request), clock);
    exchange.attachTo(request);
    response.setHeader(RequestContexts.ID_HEADER, exchange.id());
    return exchange;
  }

  private void end(
      HttpServletRequest request,
      HttpServletResponse response,
      Exchange exchange,
      UnderWay underWay,
      long started) {
    leave(exchange, underWay);
    if (log.isOn()) {
      log.write(
          new AccessLog.Entry(
              method(request),
              exchange.path(),
              response.getStatus(),
              System.nanoTime() - started,
              exchange.id(),
              request.getRemoteAddr()));
    }
  }

  private void leave(Exchange exchange, UnderWay underWay) {
    service.leave(underWay);
    exchange.context().memory().close();
  }

  private static void handle(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      Completion completion)
      throws IOException, ServletException {
    Exchange exchange = Exchange.of(request);
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      send(refusedByContainer(request, exchange), response);
    } else if (request.getRequestURI().contains("//") || !RawUri.isText(exchange.path())) {
      // To the runtime, slashes that follow one another are one slash.
      send(unknown(exchange), response);
    } else {
      QueryFilter.look(request);
      chain.doFilter(new RoutedRequest(request, exchange.path(), completion), response);
    }
  }

  /** Whatever the state of the service: it would not be answered in any other. */
  private static void refuse(EdgeRefusal refusal, Exchange exchange, HttpServletResponse response)
      throws IOException {
    if (refusal.isForMethod()) {
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      response.setHeader("Allow", refusal.detail());
      response.setContentType(MethodNotAllowed.MEDIA_TYPE);
      write(MethodNotAllowed.body(), response);
      return;
    }
    prepare(refusal.problem(exchange), response);
    if (refusal.endsConnection()) {
      response.setHeader("Connection", "close");
    }
    write(refusal.problem(exchange).json(), response);
  }

  private static void turnAway(Admission admission, Exchange exchange, HttpServletResponse response)
      throws IOException {
    ProblemDetails problem = ProblemDetails.of(FleetException.notAvailable(), exchange);
    prepare(problem, response);
    if (admission == Admission.SHUTTING_DOWN) {
      // Whoever sends the next request over a connection of its own will find another replica.
      response.setHeader("Connection", "close");
    } else if (admission == Admission.BUSY) {
      response.setHeader("Retry-After", "1");
    }
    write(problem.json(), response);
  }

  /** The container refuses paths that it cannot decode: such a path leads nowhere. */
  private static ProblemDetails refusedByContainer(HttpServletRequest request, Exchange exchange) {
    int status = (int) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status < 500 ? unknown(exchange) : ProblemDetails.unexpected(exchange);
  }

  private static ProblemDetails unknown(Exchange exchange) {
    return ProblemDetails.of(FleetException.endpointNotFound(exchange.instance()), exchange);
  }

  private static void send(ProblemDetails problem, HttpServletResponse response)
      throws IOException {
    prepare(problem, response);
    write(problem.json(), response);
  }

  private static void prepare(ProblemDetails problem, HttpServletResponse response) {
    response.reset();
    response.setHeader(RequestContexts.ID_HEADER, problem.exchange().id());
    response.setStatus(problem.status());
    response.setContentType(ProblemDetails.MEDIA_TYPE);
  }

  private static void write(byte[] body, HttpServletResponse response) throws IOException {
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** The path that was asked for, without one trailing slash, which has no meaning. */
  private static String path(HttpServletRequest request) {
    Object elsewhere =
        switch (request.getDispatcherType()) {
          case ERROR -> request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
          case FORWARD -> request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
          default -> null;
        };
    String uri = elsewhere == null ? request.getRequestURI() : elsewhere.toString();
    return uri.length() > 1 && uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }

  /** An error dispatch is a GET, whatever was refused. */
  private static String method(HttpServletRequest request) {
    Object refused =
        request.getDispatcherType() == DispatcherType.ERROR
            ? request.getAttribute(RequestDispatcher.ERROR_METHOD)
            : null;
    return refused == null ? request.getMethod() : refused.toString();
  }
}
