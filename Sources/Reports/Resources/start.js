// Everything begins once the page is read.

document.body.append(announcer);
startTables();
startFigures();
document.querySelectorAll("div.threshold").forEach(startThreshold);
document.querySelectorAll("div.statements").forEach(startStatements);
