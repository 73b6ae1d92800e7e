<#-- The frame of every page. Addresses are relative, so that the site works under any base path. -->
<#macro page title description kind>
<#assign root = content.rootpath!"">
<!DOCTYPE html>
<html lang="${site.language}" data-version="${version}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<link rel="preload" href="${root}assets/fonts/serif.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="${root}assets/fonts/sans.woff2" as="font" type="font/woff2" crossorigin>
<#if kind == "article">
<link rel="preload" href="${root}assets/fonts/serif-italic.woff2" as="font" type="font/woff2" crossorigin>
</#if>
<link rel="stylesheet" href="${root}${assets["style.css"]}">
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
<script src="${root}${assets["demos.js"]}" defer></script>
</head>
<body class="${kind}" data-kernels="${root}${assets["kernels.wasm"]}" data-late="${root}${assets["late.js"]}"<#if assets?keys?seq_contains("photo.js")> data-photo="${root}${assets["photo.js"]}"</#if> data-strokes="${root}${assets["strokes.json"]}" data-specimens="${root}${assets["specimens.png"]}"<#if assets?keys?seq_contains("mistakes.png")> data-mistakes="${root}${assets["mistakes.png"]}"</#if>>
<a class="skip" href="#main">Skip to the text</a>
<header class="site-header">
<a class="wordmark" href="${root}index.html"><img src="${root}assets/icon.svg" alt="" width="28" height="28">${site.title}</a>
<nav aria-label="Site">
<ul>
<#list articles as article><li><a href="${root}${article.uri}"<#if (content.uri!"") == article.uri> aria-current="page"</#if>>${article.label}</a></li>
</#list></ul>
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
</ul>
</nav>
<p>${site.tagline}. Nothing that you draw leaves your device. MIT licence.</p>
</footer>
</body>
</html>
</#macro>
