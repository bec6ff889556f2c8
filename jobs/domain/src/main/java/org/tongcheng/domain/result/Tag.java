package org.tongcheng.domain.result;

import java.io.Serializable;

/** One dimension of a point's identity. */
public record Tag(String name, String value) implements Serializable {}
