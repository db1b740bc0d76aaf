using GraphQL;
using GraphQL.Execution;
using GraphQL.Instrumentation;
using GraphQL.Validation;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CsrGraph.GraphQL.Execution;

/// <summary>Runs an operation whose document is known and whose arguments are too: what is left of the library's executer is its order.</summary>
internal static class KnownExecution
{
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<ExecutionResult> RunAsync(
        ExecutionOptions options, GraphQLDocument document, GraphQLOperationDefinition operation, IValidationResult validated, IExecutionStrategy strategy)
    {
        var context = Context(options, document, operation, validated, strategy);
        var isRunning = false;
        try
        {
            foreach (var listener in options.Listeners) await listener.AfterValidationAsync(context, validated);
            if (context.Errors.Count > 0) return new ExecutionResult { Errors = context.Errors };
            isRunning = true;
            foreach (var listener in options.Listeners) await listener.BeforeExecutionAsync(context);
            var result = await strategy.ExecuteAsync(context);
            foreach (var listener in options.Listeners) await listener.AfterExecutionAsync(context);
            return result.AddErrors(context.Errors);
        }
        catch (OperationCanceledException) when (options.CancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (ExecutionError e)
        {
            return new ExecutionResult(e) { Executed = isRunning };
        }
        catch (Exception e) when (!options.ThrowOnUnhandledException)
        {
            var unhandled = new UnhandledExceptionContext(context, null, e);
            if (options.UnhandledExceptionDelegate is { } handle) await handle(unhandled);
            var error = unhandled.Exception as ExecutionError ?? new UnhandledError(unhandled.ErrorMessage ?? "Error executing document.", unhandled.Exception);
            return new ExecutionResult(error) { Executed = isRunning };
        }
        finally
        {
            context.Dispose();
        }
    }

    private static ExecutionContext Context(
        ExecutionOptions options, GraphQLDocument document, GraphQLOperationDefinition operation, IValidationResult validated, IExecutionStrategy strategy) => new()
        {
            Document = document,
            Schema = options.Schema!,
            RootValue = options.Root,
            UserContext = options.UserContext,
            ExecutionOptions = options,
            ExecutionStrategy = strategy,
            Operation = operation,
            Variables = validated.Variables ?? Variables.None,
            ArgumentValues = validated.ArgumentValues,
            DirectiveValues = validated.DirectiveValues,
            Errors = [],
            InputExtensions = options.Extensions ?? Inputs.Empty,
            OutputExtensions = [],
            CancellationToken = options.CancellationToken,
            Metrics = Metrics.None,
            Listeners = options.Listeners,
            ThrowOnUnhandledException = options.ThrowOnUnhandledException,
            UnhandledExceptionDelegate = options.UnhandledExceptionDelegate,
            RequestServices = options.RequestServices,
            User = options.User,
        };
}
