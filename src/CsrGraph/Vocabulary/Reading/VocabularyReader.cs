using CsrGraph.Seeding;
using CsrGraph.Yaml;

namespace CsrGraph.Vocabulary.Reading;

/// <summary>Reads all files of a vocabulary: kinds and terms first, as qualifiers and relation types name them.</summary>
internal sealed class VocabularyReader
{
    private readonly List<Problem> problems = [];
    private readonly ILookup<string, YamlMapping> items;

    private VocabularyReader(IEnumerable<VocabularyFile> files) =>
        items = files.SelectMany(Items).ToLookup(item => item.Section, item => item.Item, StringComparer.Ordinal);

    /// <summary>What the files say.</summary>
    /// <exception cref="VocabularyException">Something in them is wrong.</exception>
    public static VocabularyParts Read(IEnumerable<VocabularyFile> files) => new VocabularyReader(files).Read();

    private static string? SectionOf(string path)
    {
        var parts = path.Split('/', '\\');
        return parts switch
        {
            [.., "kinds", _] => "kinds",
            [.., "terms", _] => "terms",
            [.., "relations", "qualifiers.yaml"] => "qualifiers",
            [.., "relations", _] => "relations",
            _ => null,
        };
    }

    private VocabularyParts Read()
    {
        var typeNames = new UniqueNames("type name");
        var kinds = new KindReader(typeNames);
        var terms = new TermListReader(typeNames);
        var qualifiers = new QualifierReader(kinds, terms);
        var relations = new RelationTypeReader(kinds, qualifiers);
        ReadAll("kinds", kinds.Read);
        ReadAll("terms", terms.Read);
        ReadAll("qualifiers", qualifiers.ReadCommon);
        qualifiers.CheckCommon();
        ReadAll("relations", relations.Read);
        if (problems.Count > 0)
        {
            throw new VocabularyException([.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
        }

        var documentsLast = kinds.Kinds.OrderBy(kind => kind.Id == KindDefinition.Document);
        return new VocabularyParts([.. documentsLast], relations.Types, qualifiers.Common, terms.Lists);
    }

    private void ReadAll(string section, Action<YamlMapping> read)
    {
        foreach (var item in items[section])
        {
            read(item);
        }
    }

    private IEnumerable<(string Section, YamlMapping Item)> Items(VocabularyFile file)
    {
        if (SectionOf(file.Path) is not { } section)
        {
            problems.Add(new Problem(file.Path, null, null, "the folder does not say what the file holds", "move it to kinds, terms or relations"));
            return [];
        }

        var root = YamlFile.Read(file.Path, file.Yaml, problems.Add);
        return (root?.Items() ?? []).Select(item => item.Mapping()).OfType<YamlMapping>().Select(item => (section, item));
    }
}
