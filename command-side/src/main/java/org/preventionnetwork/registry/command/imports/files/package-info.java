/** Reads what senders hand in: CSV, ZIP, folder or workbook, as a stream of rows; refuses what is not that. */
@NullMarked
package org.preventionnetwork.registry.command.imports.files;

import org.jspecify.annotations.NullMarked;
