<#macro page>
<!doctype html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'">
<title>${content.title} – ${site.title}</title>
<meta name="description" content="${content.description}">
<link rel="stylesheet" href="${content.rootpath}${assets["style.css"]}">
<script defer src="${content.rootpath}${assets["demos.js"]}"></script>
</head>
<body data-version="${version}" data-strokes="${assets["strokes.json"]}" data-specimens="${assets["specimens.png"]}">
<main>
<h1>${content.title}</h1>
<#nested>
</main>
</body>
</html>
</#macro>
