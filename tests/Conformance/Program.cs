using CsrGraph.Conformance;

if (args.Length > 1 || args is ["-h" or "--help"])
{
    Console.Error.WriteLine("usage: conformance [FOLDER]   runs the cases of every .ndjson file there; else of CSRGRAPH_CONFORMANCE, else of ../shared/conformance");
    return 2;
}

var folder = args is [var named] ? named : CaseFolder.Default();
if (!Directory.Exists(folder))
{
    Console.Error.WriteLine($"there is no folder {folder}");
    return 2;
}

var failed = false;
foreach (var report in await ConformanceRun.OfAsync(folder, CancellationToken.None))
{
    failed |= report.Agreed < report.Cases;
    Console.WriteLine($"{report.Name} {report.Cases} {report.Agreed}");
    foreach (var difference in report.First) Console.WriteLine(difference);
}

return failed ? 1 : 0;
