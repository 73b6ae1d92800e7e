<#-- The frame of every page. Addresses are relative, so that the site works under any base path. -->
<#macro page title description kind>
<#assign root = content.rootpath!"">
<#assign canonical = site.base + (content.uri == "index.html")?then("", content.uri)>
<#assign anywhere = kind == "missing">
<!DOCTYPE html>
<html lang="${site.language}" data-version="${version}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri <#if anywhere>'self'<#else>'none'</#if>; form-action 'none'">
<#if anywhere>
<#-- Shown at whatever address, so its own addresses begin where the site does. -->
<base href="${base}">
</#if>
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<#if !anywhere>
<link rel="canonical" href="${canonical}">
<meta property="og:type" content="<#if kind == "article">article<#else>website</#if>">
<meta property="og:site_name" content="${site.title}">
<meta property="og:title" content="${content.title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${canonical}">
<meta property="og:image" content="${site.base}${content.card}">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="${content.title}">
<meta name="twitter:card" content="summary_large_image">
<#if kind == "article">
<meta property="article:published_time" content="${content.date?string("yyyy-MM-dd")}">
<meta property="article:modified_time" content="${(content.updated!content.date)?string("yyyy-MM-dd")}">
</#if>
</#if>
<link rel="alternate" href="${root}feed.xml" type="application/atom+xml" title="${site.title}">
<link rel="preload" href="${root}assets/fonts/serif.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="${root}assets/fonts/sans.woff2" as="font" type="font/woff2" crossorigin>
<#if kind == "article">
<link rel="preload" href="${root}assets/fonts/serif-italic.woff2" as="font" type="font/woff2" crossorigin>
</#if>
<link rel="stylesheet" href="${root}${assets["style.css"]}">
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
<script src="${root}${assets["demos.js"]}" defer></script>
<script src="${root}${assets["reading.js"]}" defer></script>
<script src="${root}${assets["search.js"]}" defer data-index="${root}${assets["search.json"]}" data-library="${root}${assets["lunr.js"]}"></script>
<#if !anywhere><script src="${root}${assets["offline.js"]}" defer></script>
</#if></head>
<body class="${kind}" data-kernels="${root}${assets["kernels.wasm"]}" data-late="${root}${assets["late.js"]}"<#if assets?keys?seq_contains("photo.js")> data-photo="${root}${assets["photo.js"]}"</#if> data-strokes="${root}${assets["strokes.json"]}" data-specimens="${root}${assets["specimens.png"]}"<#if assets?keys?seq_contains("mistakes.png")> data-mistakes="${root}${assets["mistakes.png"]}"</#if>>
<#if !anywhere><a class="skip" href="#main">Skip to the text</a>
</#if><header class="site-header">
<a class="wordmark" href="${root}index.html"><span aria-hidden="true"><#include "assets/icon.svg" parse=false></span>${site.title}</a>
<button class="search-open" type="button" data-part="search-open" aria-haspopup="dialog" aria-keyshortcuts="/"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M10.5 10.5 14.5 14.5M12 7A5 5 0 1 1 2 7 5 5 0 0 1 12 7Z"/></svg>Search <kbd aria-hidden="true">/</kbd></button>
<nav aria-label="Site">
<ul>
<#assign nearby = near[content.uri!""]!near[""]>
<#list nearby as article><li><a href="${root}${article.uri}"<#if (content.uri!"") == article.uri> aria-current="page"</#if>>${article.label}</a></li>
</#list><#if (articles?size > nearby?size)><li><a href="${root}index.html#articles">All articles</a></li>
</#if></ul>
</nav>
</header>
<main id="main">
<#nested>
</main>
<footer class="site-footer">
<nav aria-label="Reference">
<ul>
<#list pages as page><li><a href="${root}${page.uri}"<#if (content.uri!"") == page.uri> aria-current="page"</#if>>${page.label}</a></li>
</#list><li><a href="${site.repository}" rel="noopener">Source and models</a></li>
<li><a href="${root}feed.xml">Feed</a></li>
</ul>
</nav>
<#if !anywhere><p>Last updated <time datetime="${(content.updated!content.date)?string("yyyy-MM-dd")}">${(content.updated!content.date)?string("d MMMM yyyy")}</time>. <a href="${site.repository}/edit/main/content/${content.uri?replace(".html", ".md")}" rel="noopener">Edit this page</a></p>
</#if><p>${site.tagline}. Nothing that you draw leaves your device. MIT licence.</p>
</footer>
<dialog class="search" aria-label="Search">
<div class="search-field">
<input type="search" aria-label="Search this site" placeholder="Search this site" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="go">
<button type="button" data-part="search-close">Close</button>
</div>
<p role="status"></p>
<ol></ol>
<label class="search-key"><input type="checkbox" data-part="search-key" checked> The key <kbd>/</kbd> opens the search</label>
</dialog>
</body>
</html>
</#macro>
