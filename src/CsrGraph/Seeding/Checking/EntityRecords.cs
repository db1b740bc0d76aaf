using CsrGraph.Model;
using CsrGraph.Seeding.Compact;
using CsrGraph.Vocabulary;
using CsrGraph.Yaml;

namespace CsrGraph.Seeding.Checking;

/// <summary>What is held of the entities of a folder, of which there may be millions: about as much as their names, without an object each.</summary>
internal sealed class EntityRecords
{
    private readonly Arena<char> records = new();
    private readonly CharWriter writer = new();
    private readonly Interned<KindDefinition> kinds = new();
    private readonly Interned<string> categories = new();
    private readonly Interned<NameForm> forms = new();
    private readonly Interned<(string Name, Action<Problem> Report)> files = new();
    private readonly List<IReadOnlyList<EntityId>> formerly = [[]];
    private readonly List<NameOrigin?> origins = [null];

    /// <summary>Adds an entity and gives its place. The origins of its names are held as they are, as their evidence is proved later.</summary>
    public int Add(EntityDraft entity)
    {
        var (file, line, column, report) = entity.Place;
        writer.Clear().Number(kinds.Number(entity.Kind)).Number(entity.Category is { } category ? categories.Number(category) + 1 : 0)
            .Number(Held(entity.Formerly)).Number(files.Number((file, report))).Number(line).Number(column).Number(entity.Names.Count);
        foreach (var name in entity.Names)
        {
            var isFolded = name.Text == name.Folded;
            writer.Number(forms.Number(new NameForm(name.Language, name.Type, name.IsMatchable))).Number(Held(name.Origin))
                .Number(name.Text.Length).Words(name.Text).Number(isFolded ? 0 : name.Folded.Length + 1).Words(isFolded ? "" : name.Folded);
        }

        return records.Add(writer.Written);
    }

    /// <summary>The entity at a place.</summary>
    /// <param name="place">What <see cref="Add"/> gave.</param>
    /// <param name="id">Its id.</param>
    public RegisteredEntity Read(int place, EntityId id)
    {
        var reader = new CharReader(records.From(place));
        var kind = kinds[reader.Number()];
        var category = reader.Number();
        var former = formerly[reader.Number()];
        var (file, report) = files[reader.Number()];
        var at = new YamlPlace(file, reader.Number(), reader.Number(), report);
        return new RegisteredEntity(this, place + reader.Position, id, kind, category == 0 ? null : categories[category - 1], former, at);
    }

    /// <summary>The names from a place on.</summary>
    internal NameList Names(int place) => new(this, records.From(place));

    private int Held(IReadOnlyList<EntityId> ids)
    {
        if (ids.Count == 0) return 0;
        formerly.Add(ids);
        return formerly.Count - 1;
    }

    private int Held(NameOrigin? origin)
    {
        if (origin is null) return 0;
        origins.Add(origin);
        return origins.Count - 1;
    }

    /// <summary>What very many names have in common.</summary>
    internal readonly record struct NameForm(string Language, string Type, bool IsMatchable);

    /// <summary>A name, good while its list is read.</summary>
    internal readonly ref struct HeldName(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, NameForm form, NameOrigin? origin)
    {
        public ReadOnlySpan<char> Text { get; } = text;

        public ReadOnlySpan<char> Folded { get; } = folded;

        public NameForm Form { get; } = form;

        public Name ToName() => new(Text.ToString(), Form.Language, Form.Type, Form.IsMatchable, origin?.Inferred, origin?.Evidence);
    }

    /// <summary>Reads one name after the other.</summary>
    internal ref struct NameList
    {
        private readonly EntityRecords records;
        private CharReader reader;
        private int left;

        public NameList(EntityRecords records, ReadOnlySpan<char> chars)
        {
            this.records = records;
            reader = new CharReader(chars);
            left = reader.Number();
        }

        public HeldName Current { get; private set; }

        public readonly NameList GetEnumerator() => this;

        public bool MoveNext()
        {
            if (left-- == 0) return false;
            var form = records.forms[reader.Number()];
            var origin = records.origins[reader.Number()];
            var text = reader.Words(reader.Number());
            var folded = reader.Number() is > 0 and var length ? reader.Words(length - 1) : text;
            Current = new HeldName(text, folded, form, origin);
            return true;
        }
    }
}
