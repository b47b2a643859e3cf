package io.concertmaster.server.http;

/** The methods that routes take. */
public enum Method {
  GET,
  POST,
  PUT,
  DELETE
}
