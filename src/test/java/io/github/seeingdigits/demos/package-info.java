/** What tests compile with TeaVM and run in a browser, to look at single classes of the page. */
package io.github.seeingdigits.demos;
