using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace CsrGraph.Tests;

/// <summary>The executable refers to all, the web part to GraphQL, GraphQL and the stores to the core, the core to nothing of ours.</summary>
public sealed class ReferencesGoOneWaySpecs
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["csrgraph"] = ["CsrGraph.Web", "CsrGraph.GraphQL", "CsrGraph.Sqlite", "CsrGraph.Neo4j", "CsrGraph.Generation", "CsrGraph.Core"],
        ["CsrGraph.Web"] = ["CsrGraph.GraphQL", "CsrGraph.Core"],
        ["CsrGraph.GraphQL"] = ["CsrGraph.Core"],
        ["CsrGraph.Sqlite"] = ["CsrGraph.Core"],
        ["CsrGraph.Neo4j"] = ["CsrGraph.Core"],
        ["CsrGraph.Generation"] = ["CsrGraph.Core"],
        ["CsrGraph.Core"] = [],
    };

    private static readonly Architecture Loaded =
        new ArchLoader().LoadAssemblies([typeof(ReferencesGoOneWaySpecs).Assembly, .. Allowed.Keys.Select(Assembly.Load)]).Build();

    private static readonly string Sources = Path.Combine(Root(), "src");

    public static TheoryData<string, string> Forbidden => new(
        from project in Allowed
        from other in Allowed.Keys
        where other != project.Key && !project.Value.Contains(other)
        select (project.Key, other));

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void No_type_depends_on_a_type_it_may_not_know(string project, string other) => TypesKeepAwayFrom(Assembly.Load(project), Assembly.Load(other));

    [Fact]
    public void The_rule_for_types_can_fail() => Assert.Throws<FailedArchRuleException>(
        () => TypesKeepAwayFrom(typeof(ReferencesGoOneWaySpecs).Assembly, Assembly.Load("CsrGraph.Core")));

    [Fact]
    public void Every_project_is_listed_here() => Assert.Equal(
        Allowed.Keys.Order(StringComparer.Ordinal),
        Directory.GetFiles(Sources, "*.csproj", SearchOption.AllDirectories).Select(AssemblyOf).Order(StringComparer.Ordinal));

    [Fact]
    public void No_project_file_refers_to_a_project_it_may_not_know() => Assert.Empty(
        Directory.GetFiles(Sources, "*.csproj", SearchOption.AllDirectories)
            .SelectMany(file => ForbiddenReferences(AssemblyOf(file), ReferencesOf(file, XDocument.Load(file)))));

    [Fact]
    public void The_rule_for_project_files_can_fail()
    {
        var file = Path.Combine(Sources, "CsrGraph", "CsrGraph.csproj");
        var project = XDocument.Parse("<Project><ItemGroup><ProjectReference Include=\"../CsrGraph.Sqlite/CsrGraph.Sqlite.csproj\" /></ItemGroup></Project>");

        Assert.Equal(["CsrGraph.Core -> CsrGraph.Sqlite"], ForbiddenReferences("CsrGraph.Core", ReferencesOf(file, project)));
    }

    private static void TypesKeepAwayFrom(Assembly project, Assembly other)
    {
        Types().That().ResideInAssembly(project).Should().NotDependOnAny(Types().That().ResideInAssembly(other))
            .WithoutRequiringPositiveResults().Check(Loaded);
    }

    private static IEnumerable<string> ForbiddenReferences(string project, IEnumerable<string> references) =>
        references.Where(reference => !Allowed[project].Contains(reference)).Select(reference => $"{project} -> {reference}");

    private static IEnumerable<string> ReferencesOf(string file, XDocument project) =>
        from reference in project.Descendants("ProjectReference")
        let path = reference.Attribute("Include")!.Value.Replace('\\', '/')
        select AssemblyOf(Path.GetFullPath(path, Path.GetDirectoryName(file)!));

    private static string AssemblyOf(string file) =>
        XDocument.Load(file).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(file);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CsrGraph.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds CsrGraph.sln.");
        }

        return folder.FullName;
    }
}
