using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CsCheck;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace CsrGraph.Tests.GraphQL;

/// <summary>Makes questions that a schema allows, with aliases, fragments on narrower and on wider types, directives, and the same field several times.</summary>
internal sealed class SelectionGen
{
    private const int Deepest = 9;

    // What arguments are given; a field that requires others is not asked.
    private static readonly Dictionary<string, string> Arguments = new(StringComparer.Ordinal)
    {
        ["lang"] = "EN",
        ["first"] = "2",
        ["role"] = "SIGNED",
        ["id"] = "\"event:forum\"",
        ["ids"] = "[\"event:forum\", \"org:nobody\", \"doc-a\"]",
        ["agent"] = "\"org:b\"",
        ["pledge"] = "\"pledge:open\"",
        ["text"] = "\"网\"",
        ["number"] = "1",
        ["validAt"] = "\"2018-11-12\"",
    };

    private static readonly string[] Directives = ["@skip(if: true) ", "@include(if: true) ", "@include(if: $yes) ", "@skip(if: $yes) ", "@include(if: $no) @skip(if: $no) "];

    private static readonly string[] Variables = ["$yes: Boolean = true", "$no: Boolean = false"];

    private readonly Dictionary<string, GraphQLTypeDefinition> types;
    private readonly ILookup<string, string> related;
    private readonly ConcurrentDictionary<(string Type, string Field), bool> alike = [];

    private SelectionGen(string schema)
    {
        types = Parser.Parse(schema).Definitions.OfType<GraphQLTypeDefinition>().ToDictionary(t => t.Name.StringValue);
        var pairs = types.Values.Where(t => t is IHasInterfacesNode)
            .SelectMany(t => (((IHasInterfacesNode)t).Interfaces?.Items ?? []).Select(i => (Interface: i.Name.StringValue, Type: t.Name.StringValue))).ToList();
        related = pairs.Concat(pairs.Select(p => (Interface: p.Type, Type: p.Interface))).ToLookup(p => p.Interface, p => p.Type);
    }

    /// <summary>
    /// Questions to the connections at the root of a schema that is given in GraphQL's schema language, which have answers; or to any field there, some
    /// of which do not like what they are asked.
    /// </summary>
    public static Gen<string> Over(string schema, bool anyField = false)
    {
        var made = new SelectionGen(schema);
        return Gen.Int[0, int.MaxValue].Array[40, 200].Select(choices => new Writing(made, choices).Question(anyField));
    }

    private List<GraphQLFieldDefinition> FieldsOf(string type) => types[type] switch
    {
        GraphQLObjectTypeDefinition { Fields: { } fields } => fields.Items,
        GraphQLInterfaceTypeDefinition { Fields: { } fields } => fields.Items,
        _ => [],
    };

    private bool HasFields(string type) => types.TryGetValue(type, out var found) && found is GraphQLObjectTypeDefinition or GraphQLInterfaceTypeDefinition;

    // Whether a field has one type wherever a fragment can lead from here: as of Node both an entity's and a claim's kind can be asked, which are not alike.
    private bool IsAlikeNearby(string type, string field) => alike.GetOrAdd((type, field), _ =>
    {
        var (near, ahead) = (new HashSet<string>(StringComparer.Ordinal) { type }, new Stack<string>([type]));
        while (ahead.TryPop(out var at))
        {
            foreach (var other in related[at].Where(near.Add)) ahead.Push(other);
        }

        return near.SelectMany(FieldsOf).Where(f => f.Name.StringValue == field).Select(f => new SDLPrinter().Print(f.Type)).Distinct(StringComparer.Ordinal).Count() == 1;
    });

    private static string Named(GraphQLType type) => type switch
    {
        GraphQLNonNullType inner => Named(inner.Type),
        GraphQLListType inner => Named(inner.Type),
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };

    private static bool CanBeAsked(GraphQLFieldDefinition field) =>
        field.Arguments?.Items.All(a => a.Type is not GraphQLNonNullType || a.DefaultValue is not null || Arguments.ContainsKey(a.Name.StringValue)) ?? true;

    // Every choice is the next number, so that a shorter list is a smaller question.
    private sealed class Writing(SelectionGen schema, int[] choices)
    {
        private readonly StringBuilder text = new();
        private readonly Stack<string> above = new();
        private int next;
        private int aliases;

        public string Question(bool anyField)
        {
            var lists = schema.FieldsOf("Query").Where(f => Paged(f) && CanBeAsked(f)).ToList();
            var all = schema.FieldsOf("Query").Where(CanBeAsked).ToList();
            text.Append("{ ");
            for (var left = 1 + Choose(2); left > 0; left--)
            {
                var from = anyField && Choose(4) == 0 ? all : lists;
                Field("Query", from[Choose(from.Count)], Deepest);
            }

            string[] variables = [.. Variables.Where(v => text.ToString().Contains(v[..v.IndexOf(':', StringComparison.Ordinal)], StringComparison.Ordinal))];
            return $"{(variables.Length == 0 ? "" : $"query ({string.Join(", ", variables)}) ")}{text}}}";
        }

        private int Choose(int count) => next < choices.Length ? choices[next++] % count : 0;

        private void Selection(string type, int depth)
        {
            text.Append("{ ");
            var fields = schema.FieldsOf(type).Where(f => CanBeAsked(f) && (depth > 0 || !schema.HasFields(Named(f.Type)))).ToList();
            var related = schema.related[type].ToList();
            for (var left = 1 + Choose(4); left > 0; left--)
            {
                if (fields.Count == 0 || next >= choices.Length) text.Append("__typename ");
                else if (depth > 0 && related.Count > 0 && Choose(4) == 0) Fragment(related[Choose(related.Count)], depth);
                else Field(type, OneOf(fields), depth);
            }

            text.Append("} ");
        }

        // Often a connection, and one that is asked above, too: of so many fields it would hardly ever be.
        private GraphQLFieldDefinition OneOf(List<GraphQLFieldDefinition> fields)
        {
            var paged = fields.Where(Paged).ToList();
            var again = paged.Where(f => above.Contains(f.Name.StringValue)).ToList();
            if (again.Count > 0 && Choose(2) == 0) return again[Choose(again.Count)];
            return paged.Count > 0 && Choose(3) == 0 ? paged[Choose(paged.Count)] : fields[Choose(fields.Count)];
        }

        private static bool Paged(GraphQLFieldDefinition field) => Named(field.Type).EndsWith("Connection", StringComparison.Ordinal);

        private void Fragment(string type, int depth)
        {
            text.Append(CultureInfo.InvariantCulture, $"... on {type} ");
            Directive();
            Selection(type, depth - 1);
        }

        private void Field(string type, GraphQLFieldDefinition field, int depth)
        {
            var arguments = (field.Arguments?.Items ?? [])
                .Where(a => Arguments.ContainsKey(a.Name.StringValue) && ((a.Type is GraphQLNonNullType && a.DefaultValue is null) || Choose(2) == 0))
                .Select(a => $"{a.Name.StringValue}: {Arguments[a.Name.StringValue]}").ToList();

            // Without arguments the same field may stand twice, which merges what is selected below.
            if (arguments.Count > 0 || Choose(2) == 0 || !schema.IsAlikeNearby(type, field.Name.StringValue)) text.Append(CultureInfo.InvariantCulture, $"a{++aliases}: ");
            text.Append(field.Name.StringValue);
            if (arguments.Count > 0) text.Append('(').AppendJoin(", ", arguments).Append(')');
            text.Append(' ');
            Directive();
            if (!schema.HasFields(Named(field.Type))) return;
            above.Push(field.Name.StringValue);
            Selection(Named(field.Type), depth - 1);
            above.Pop();
        }

        private void Directive()
        {
            if (Choose(8) == 0) text.Append(Directives[Choose(Directives.Length)]);
        }
    }
}
