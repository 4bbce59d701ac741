using System.Reflection;
using System.Text.Json.Nodes;
using Confluence.Contract.Tests.Documents;
using Confluence.Generated;

namespace Confluence.Contract.Tests.Calls;

/// <summary>The method of the library for an operation, found by name among the groups of the client.</summary>
internal sealed class OperationMethod
{
    private readonly object _group;
    private readonly MethodInfo _method;

    private OperationMethod(object group, MethodInfo method)
    {
        _group = group;
        _method = method;
    }

    /// <exception cref="InvalidOperationException">There is no method of that name, or more than one.</exception>
    public static OperationMethod Find(ConfluenceClient client, ContractOperation operation)
    {
        object root = operation.Api == "v1" ? client.V1 : client;
        string groups = $"{typeof(ConfluenceClient).Namespace}.{operation.Api.ToUpperInvariant()}";
        var found = root.GetType().GetProperties()
            .Where(property => property.PropertyType.Namespace == groups && property.PropertyType != client.V1.GetType())
            .SelectMany(property => property.PropertyType.GetMethods()
                .Where(method => method.Name == operation.CsName + "Async")
                .Select(method => (Group: property.GetValue(root), Method: method)))
            .ToList();
        return found is [{ Group: { } group, Method: var method }]
            ? new OperationMethod(group, method)
            : throw new InvalidOperationException($"{found.Count} methods are called {operation.CsName}Async in {groups}.");
    }

    /// <summary>Calls the operation.</summary>
    /// <returns>A task, or the pages.</returns>
    /// <exception cref="InvalidOperationException">The method has no argument for something that is planned, or one that nothing is planned for.</exception>
    public object Call(CallPlan plan)
    {
        HashSet<string> used = new(StringComparer.Ordinal);
        object?[] arguments = [.. _method.GetParameters().Select(parameter => Argument(plan, parameter, used))];
        string[] left = [.. plan.Parameters.Select(static parameter => parameter.Name).Where(name => !used.Contains(name))];
        if (left.Length > 0)
        {
            throw new InvalidOperationException($"{_method.Name} has no argument and no option for {string.Join(", ", left)}.");
        }

        return _method.Invoke(_group, BindingFlags.DoNotWrapExceptions, null, arguments, null) ?? throw new InvalidOperationException($"{_method.Name} returned null.");
    }

    private object? Argument(CallPlan plan, ParameterInfo parameter, HashSet<string> used)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return TestContext.Current.CancellationToken;
        }

        if (typeof(ConfluenceRequestOptions).IsAssignableFrom(parameter.ParameterType))
        {
            return Options(plan, parameter.ParameterType, used);
        }

        if (parameter.Name == "request")
        {
            return Body(plan, parameter.ParameterType);
        }

        // Their names may say more than those of the wire, so their order tells which is which; the request shows when it does not.
        PlannedParameter planned = plan.Arguments.ElementAtOrDefault(parameter.Position)
            ?? throw new InvalidOperationException($"Nothing is planned for the argument {parameter.Name} of {_method.Name}.");
        used.Add(planned.Name);
        return ValueFiller.Fill(parameter.ParameterType, planned.Value);
    }

    private static PlannedParameter? Find(IEnumerable<PlannedParameter> parameters, string name, Type type) =>
        parameters.FirstOrDefault(planned => WireNames.MatchParameter(planned.Name, name, isList: ValueFiller.IsGeneric(type, typeof(IReadOnlyList<>))));

    private static object? Body(CallPlan plan, Type type)
    {
        if (plan is { IsComplete: true, Body: JsonObject members } && type.IsClass)
        {
            string[] unset = [.. ValueFiller.Unset(type, members)];
            if (unset.Length > 0)
            {
                throw new InvalidOperationException($"The document does not know {string.Join(", ", unset)}.");
            }
        }

        return ValueFiller.Fill(type, plan.Body);
    }

    private static object? Options(CallPlan plan, Type type, HashSet<string> used)
    {
        object options = Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} cannot be made.");
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.DeclaringType != typeof(ConfluenceRequestOptions) && property.SetMethod is not null))
        {
            PlannedParameter? planned = Find(plan.Query, property.Name, property.PropertyType);
            if (planned is null && plan.IsComplete)
            {
                throw new InvalidOperationException($"The document knows no parameter for {type.Name}.{property.Name}.");
            }

            if (planned is not null)
            {
                used.Add(planned.Name);
                property.SetValue(options, ValueFiller.Fill(property.PropertyType, planned.Value));
            }
        }

        return used.Count == 0 && !plan.IsComplete ? null : options;
    }
}
