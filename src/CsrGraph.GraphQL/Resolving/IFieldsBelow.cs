using GraphQL;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>A field's context that knows what will be asked of the objects which the field leads to.</summary>
internal interface IFieldsBelow
{
    /// <summary>The contexts of the fields, without a source; of objects of several types, those of each.</summary>
    IEnumerable<IResolveFieldContext> FieldsBelow { get; }
}
