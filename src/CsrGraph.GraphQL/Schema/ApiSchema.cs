using CsrGraph.Query;
using CsrGraph.Vocabulary;
using GraphQL;
using GraphQL.Conversion;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>Makes the schema of a vocabulary.</summary>
internal static class ApiSchema
{
    public static global::GraphQL.Types.Schema Make(VocabularyDefinition vocabulary, ApiOptions options)
    {
        var registry = new TypeRegistry();
        var leaves = new LeafTypes(registry, vocabulary);
        var kinds = new KindTypes(registry, vocabulary);
        var operands = new OperandTypes(registry, leaves);
        var sources = new SourceTypes(registry, leaves, kinds.Of(KindDefinition.Document));
        var connections = new ConnectionTypes(registry, leaves);
        var claimFilters = new ClaimFilterTypes(registry, leaves, operands, vocabulary);
        var filters = new FilterTypes(registry, leaves, operands, kinds, vocabulary, claimFilters);
        var sorts = new SortTypes(registry, leaves, kinds, vocabulary);

        var changeSet = registry.Add(new ObjectGraphType { Name = "ChangeSet", Description = "One load, or one rollback (变更集)." });
        var claims = new ClaimTypes(leaves, kinds, sources, new ClaimSentences(vocabulary));
        var claim = claims.Add(registry, changeSet);
        kinds.Claim = claim;
        var claimFields = new ClaimFields(connections, claimFilters, sorts, sources, claim);
        var relations = new RelationFields(leaves, kinds, vocabulary, filters, sorts, connections, sources, claim);
        var views = new ViewTypes(registry, leaves, kinds, sources, claims, claim);
        var rosters = new RosterTypes(registry, leaves, kinds, sources, claim);
        var documents = new DocumentFields(leaves, kinds, sources, claimFields, views, filters, sorts, connections);
        var entities = new EntityTypes(leaves, kinds, vocabulary, sources, relations, claimFields, views, rosters, documents);
        var history = new HistoryFields(leaves, sources, changeSet);

        var query = registry.Add(new ObjectGraphType { Name = "Query", Description = "All that can be asked." });
        new RootFields(leaves, kinds, vocabulary, filters, sorts, connections, claimFields).AddTo(query);
        var groups = new GroupTypes(registry, leaves, kinds, vocabulary);
        new GroupFields(registry, leaves, kinds, vocabulary, filters, claimFilters, sorts, connections, groups, claim).AddTo(query);
        var projections = new ProjectionTypes(registry, leaves, kinds, sources, claims);
        new ProjectionFields(leaves, kinds, vocabulary, filters, projections, options).AddTo(query);
        new QuestionFields(registry, leaves, kinds, vocabulary, connections, sources, claims).AddTo(query);
        new PathFields(registry, leaves, kinds, vocabulary, sources, claims, claim).AddTo(query);
        new CiteField(leaves, vocabulary, claims).Make().AddTo(query);
        new NetworkFields(registry, leaves, kinds, vocabulary, sources, claim).AddTo(query);
        history.Fill(claimFields);
        history.AddTo(query);
        var subscription = registry.Add(new ObjectGraphType { Name = "Subscription", Description = "What is told as it happens, over server-sent events." });
        history.AddSubscriptionTo(subscription);
        new VocabularyFields(registry, leaves, vocabulary).AddTo(query);
        new StatisticsFields(registry, leaves).AddTo(query);

        // What is tied together is checked at once, so every type must have its fields by then.
        registry.Fill();
        entities.Fill(claim);
        registry.Fill();
        return Assemble(registry, leaves, query, subscription);
    }

    private static global::GraphQL.Types.Schema Assemble(TypeRegistry registry, LeafTypes leaves, ObjectGraphType query, ObjectGraphType subscription)
    {
        var schema = new global::GraphQL.Types.Schema { Query = query, Subscription = subscription, NameConverter = DefaultNameConverter.Instance };
        schema.Features.DeprecationOfInputValues = true;
        schema.Features.RepeatableDirectives = true;
        foreach (var type in registry.Types) schema.RegisterType(type);
        schema.Initialize();
        CompleteIntrospection(schema, leaves);
        return schema;
    }

    // What the specification has and the library does not; tools ask for it in their one standard question.
    private static void CompleteIntrospection(global::GraphQL.Types.Schema schema, LeafTypes leaves)
    {
        // Its own way fails where the name is empty.
        schema.TypeMetaFieldType.Resolver = new FuncFieldResolver<object>(context => context.GetArgument<string>("name") is var name && string.IsNullOrWhiteSpace(name) ? null : schema.AllTypes[name]);
        new FieldSpec("specifiedByURL", leaves.Text, "Where a scalar is specified.", _ => null).AddTo((IComplexGraphType)schema.AllTypes["__Type"]!);
        var arguments = ((IComplexGraphType)schema.AllTypes["__Directive"]!).GetField("args")!;
        arguments.Arguments = new QueryArguments(new QueryArgument(leaves.Boolean)
        {
            Name = "includeDeprecated",
            Description = "True takes in what is deprecated.",
            DefaultValue = false,
        });
    }
}
