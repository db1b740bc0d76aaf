using GraphQL;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>A field's context that knows what will be asked of the objects which the field leads to.</summary>
internal interface IFieldsBelow
{
    /// <summary>
    /// The contexts of the fields, without a source. Of objects of several types, those of each, but a place in the document once, as it is below the
    /// first of them: merged fields lead to other selections below each type, which level by level would be beyond number.
    /// </summary>
    IEnumerable<IResolveFieldContext> FieldsBelow { get; }
}
