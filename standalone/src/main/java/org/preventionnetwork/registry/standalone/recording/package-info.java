/** Forms for everything that can be recorded, made of the commands themselves. */
@NullMarked
package org.preventionnetwork.registry.standalone.recording;

import org.jspecify.annotations.NullMarked;
