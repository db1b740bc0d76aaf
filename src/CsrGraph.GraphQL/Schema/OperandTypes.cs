using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>What stands behind a field's name in a filter: the operators of its sort of value.</summary>
internal sealed class OperandTypes
{
    private readonly TypeRegistry registry;

    public OperandTypes(TypeRegistry registry, LeafTypes leaves)
    {
        this.registry = registry;
        Text = Operand("TextFilter", "Compares a text, character by character. Every operator given must hold.", type =>
        {
            Operator(type, "eq", leaves.Text, "It is this text.");
            Operator(type, "in", leaves.Text.Many(), "It is one of these texts.");
            Operator(type, "contains", leaves.Text, "It holds this text.");
            Operator(type, "startsWith", leaves.Text, "It begins with this text.");
            Operator(type, "isMissing", leaves.Boolean, "True: there is none. False: there is one.");
        });
        Id = Operand("IdFilter", "Compares an id.", type => Among(type, leaves.Id));
        Number = Operand("NumberFilter", "Compares a whole number.", type => Among(type, leaves.Int));
        Flag = Operand("FlagFilter", "Compares a yes or no; what is not said is no.", type => Operator(type, "eq", leaves.Boolean, "It is so."));
        Date = Operand("DateFilter", "Compares a date by what it may overlap: a year overlaps each of its days.", type =>
        {
            Operator(type, "from", leaves.Date, "It may be this day or a later one.");
            Operator(type, "to", leaves.Date, "It may be this day or an earlier one.");
            Operator(type, "isMissing", leaves.Boolean, "True: no day is known. False: one is.");
        });
    }

    public InputObjectGraphType Text { get; }

    public InputObjectGraphType Id { get; }

    public InputObjectGraphType Number { get; }

    public InputObjectGraphType Flag { get; }

    public InputObjectGraphType Date { get; }

    /// <summary>Compares a term of an enum.</summary>
    public InputObjectGraphType Enum(IGraphType type)
    {
        var name = $"{type.Name}Filter";
        return registry.GetOrAdd(
            name, () => new InputObjectGraphType { Name = name, Description = $"Compares a term of {type.Name}." }, filter => Among(filter, type));
    }

    private static void Among(InputObjectGraphType type, IGraphType value)
    {
        Operator(type, "eq", value, "It is this one.");
        Operator(type, "in", value.Many(), "It is one of these.");
    }

    private static void Operator(InputObjectGraphType type, string name, IGraphType value, string description) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = value });

    private InputObjectGraphType Operand(string name, string description, Action<InputObjectGraphType> fill) =>
        registry.Add(new InputObjectGraphType { Name = name, Description = description }, fill);
}
