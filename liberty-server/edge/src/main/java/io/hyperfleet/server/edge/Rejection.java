package io.hyperfleet.server.edge;

import jakarta.servlet.ServletRequest;

/**
 * Why a request is not let through. The API application, which makes all problems, finds it in the
 * attributes of the request.
 */
record Rejection(int status, String detail) {

  private static final String STATUS = "io.hyperfleet.refusal.status";
  private static final String DETAIL = "io.hyperfleet.refusal.detail";

  static final Rejection UNKNOWN = new Rejection(404, "");

  /** Of a listener whose paths are read, whatever the request wants to do. */
  static final Rejection READ_ONLY = new Rejection(405, "GET, HEAD");

  /** After it, nobody can tell where the next request starts. */
  static Rejection malformed(String detail) {
    return new Rejection(400, detail);
  }

  void attachTo(ServletRequest request) {
    request.setAttribute(STATUS, status);
    request.setAttribute(DETAIL, detail);
  }
}
