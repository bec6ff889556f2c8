package org.tongcheng.domain.result;

/** One dimension of a point's identity. */
public record Tag(String name, String value) {}
