package org.preventionnetwork.registry.access.web;

import java.util.List;

/** A short list, whole. */
record Whole<T>(List<T> items) {}
