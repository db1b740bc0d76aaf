using System.Text;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace CsrGraph.EndToEndTests;

/// <summary>The README's program works as it stands there.</summary>
public sealed partial class ReadmeClientSpecs(LoadedStore store) : IClassFixture<LoadedStore>
{
    // No more than `dotnet new console` makes.
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
        </Project>
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_program_in_the_README_compiles_and_reads_every_page()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Tests.SharedFiles.RepositoryRoot(), "README.md"), Cancellation);
        var folder = Directory.CreateDirectory(store.Csrgraph.At("reader")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Assert.Single(Program().Matches(readme)).Groups[1].Value, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "reader.csproj"), Project, Cancellation);

        var result = await CliWrap.Cli.Wrap("dotnet").WithWorkingDirectory(folder).WithValidation(CommandResultValidation.None)
            .WithArguments(["run", "--", store.Serving.Client.BaseAddress!.ToString()]).ExecuteBufferedAsync(Encoding.UTF8, Cancellation);

        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
        var names = result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(12, names.Distinct().Count());
        Assert.Equal("阿里巴巴集团", names[0]);
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();
}
