package org.preventionnetwork.registry.access.web;

import java.util.List;

/** A part of a list that stands on no clock. */
public record Listed<T>(List<T> items, int page, int size, long total) {}
