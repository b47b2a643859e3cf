package io.concertmaster.nodes.http;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * TLS with one server, by its name: where a connection is made to an address, the name still is
 * what the server is told (SNI) and what its certificate must be for.
 */
final class NamedTls extends SSLContextSpi {
  private final SSLContext context;
  private final String name;

  private NamedTls(SSLContext context, String name) {
    this.context = context;
    this.name = name;
  }

  /** The same TLS, with one server. */
  static SSLContext with(SSLContext context, String name) {
    return new Named(new NamedTls(context, name), context);
  }

  private static final class Named extends SSLContext {
    Named(SSLContextSpi spi, SSLContext context) {
      super(spi, context.getProvider(), context.getProtocol());
    }
  }

  @Override
  protected SSLEngine engineCreateSSLEngine() {
    return context.createSSLEngine(name, 443);
  }

  /** Not for the host that the client connects to, which is an address, but for the name. */
  @Override
  protected SSLEngine engineCreateSSLEngine(String host, int port) {
    return context.createSSLEngine(name, port);
  }

  @Override
  protected SSLParameters engineGetDefaultSSLParameters() {
    return context.getDefaultSSLParameters();
  }

  @Override
  protected SSLParameters engineGetSupportedSSLParameters() {
    return context.getSupportedSSLParameters();
  }

  @Override
  protected SSLSessionContext engineGetClientSessionContext() {
    return context.getClientSessionContext();
  }

  @Override
  protected SSLSessionContext engineGetServerSessionContext() {
    return context.getServerSessionContext();
  }

  @Override
  protected SSLSocketFactory engineGetSocketFactory() {
    throw new UnsupportedOperationException("the client uses engines");
  }

  @Override
  protected SSLServerSocketFactory engineGetServerSocketFactory() {
    throw new UnsupportedOperationException("this is a client");
  }

  @Override
  protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
      throws KeyManagementException {
    throw new KeyManagementException("is set up already");
  }
}
