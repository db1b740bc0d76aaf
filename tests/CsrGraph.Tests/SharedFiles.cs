using Xunit;

namespace CsrGraph.Tests;

/// <summary>
/// Files that are kept beside the repository and not in it. Their folder is ../shared seen from the repository's root, or what the
/// environment variable CSRGRAPH_SHARED names.
/// </summary>
internal static class SharedFiles
{
    /// <summary>
    /// The path of a shared file or folder. Where it is missing the test is skipped and says so; it fails instead where the
    /// environment variable CSRGRAPH_NO_SKIPS is 1.
    /// </summary>
    public static string Path(params string[] parts)
    {
        var folder = Environment.GetEnvironmentVariable("CSRGRAPH_SHARED") is { Length: > 0 } named
            ? named
            : System.IO.Path.Combine(RepositoryRoot(), "..", "shared");
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine([folder, .. parts]));
        if (!System.IO.Path.Exists(path))
        {
            var reason = $"the shared file {string.Join('/', parts)} is not in {folder}; CSRGRAPH_SHARED may name another folder";
            if (Environment.GetEnvironmentVariable("CSRGRAPH_NO_SKIPS") == "1")
            {
                Assert.Fail(reason);
            }

            Assert.Skip(reason);
        }

        return path;
    }

    /// <summary>The folder that holds the solution.</summary>
    public static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "CsrGraph.sln")))
            {
                return folder.FullName;
            }
        }

        return Directory.GetCurrentDirectory();
    }
}
