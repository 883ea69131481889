package org.preventionnetwork.registry.query.web;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** Browsers ask for this address by themselves where an answer names no icon: JSON, a CSV, somebody's download. */
@PageController
class Favicon {
    private static final Resource ICON = new ClassPathResource("static/assets/icon.svg");

    @GetMapping("/favicon.ico")
    ResponseEntity<Resource> icon() {
        return ResponseEntity.ok()
                .contentType(new MediaType("image", "svg+xml"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(ICON);
    }
}
