using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Confluence.Generated.Tests.Conventions;

public sealed class OperationConventionTests
{
    [Theory]
    [InlineData("v2", 218)]
    [InlineData("v1", 130)]
    public void Every_operation_of_a_document_has_one_method(string api, int count)
    {
        string[] documented = [.. DocumentFacts.All.Where(facts => facts.Api == api).Select(static facts => facts.OperationId).Order(StringComparer.Ordinal)];
        string[] offered = [.. Surface.Operations.Where(method => method.Operation.Api == api).Select(static method => method.Operation.Id).Order(StringComparer.Ordinal)];

        Assert.Equal(count, documented.Length);
        Assert.Equal(documented, offered);
    }

    [Fact]
    public void An_operation_lies_in_the_namespace_of_its_api() =>
        Assert.All(Surface.Operations, static method => Assert.Equal($"{Surface.Root}.{method.Operation.Api.ToUpperInvariant()}", method.Client.Namespace));

    [Fact]
    public void Methods_end_in_Async_return_a_task_or_a_list_and_have_no_overloads() => Assert.All(Surface.Clients, static client =>
    {
        MethodInfo[] methods = [.. Surface.Methods(client)];
        Assert.Equal(methods.Length, methods.Select(static method => method.Name).Distinct().Count());
        Assert.All(methods, static method =>
        {
            Assert.EndsWith("Async", method.Name, StringComparison.Ordinal);
            Type type = method.ReturnType;
            Type definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
            Assert.Contains(definition, new[] { typeof(Task), typeof(Task<>), typeof(Paged<>) });
        });
    });

    [Fact]
    public void Options_come_last_but_one_and_the_token_last_and_both_may_be_left_out() => Assert.All(Surface.Operations, static method =>
    {
        ParameterInfo[] parameters = method.Method.GetParameters();
        ParameterInfo options = parameters[^2];
        ParameterInfo token = parameters[^1];

        Assert.Equal("options", options.Name);
        Assert.True(typeof(ConfluenceRequestOptions).IsAssignableFrom(options.ParameterType), $"{method}: the options are no options.");
        Assert.True(options.HasDefaultValue && options.DefaultValue is null, $"{method}: the options cannot be left out.");
        Assert.Equal("cancellationToken", token.Name);
        Assert.Equal(typeof(CancellationToken), token.ParameterType);
        Assert.True(token.HasDefaultValue, $"{method}: the token cannot be left out.");
        Assert.All(parameters[..^2].Where(static parameter => parameter.Name != "request"), parameter => Assert.False(parameter.HasDefaultValue, $"{method}: {parameter.Name} can be left out and belongs into the options."));
    });

    [Fact]
    public void Options_of_its_own_are_named_after_the_operation() => Assert.All(Surface.Operations, static method =>
    {
        Type options = method.Method.GetParameters()[^2].ParameterType;
        if (options != typeof(ConfluenceRequestOptions) && options != typeof(ConfluenceListOptions))
        {
            Assert.Equal($"{method.Client.Namespace}.{method.Method.Name[..^"Async".Length]}Options", options.FullName);
        }
    });

    [Fact]
    public void No_signature_says_object_or_a_collection_that_can_be_changed() => Assert.All(Surface.Operations, static method =>
        Assert.All([method.Method.ReturnType, .. method.Method.GetParameters().Select(static parameter => parameter.ParameterType)],
            type => Assert.True(TypeRules.IsFit(type), $"{method}: {type}")));

    [Fact]
    public void Clients_can_be_mocked() => Assert.All([.. Surface.Clients, typeof(ConfluenceClient)], static client =>
    {
        Assert.False(client.IsSealed, $"{client} is sealed.");
        Assert.Contains(client.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance), static constructor => constructor.IsFamily && constructor.GetParameters().Length == 0);
        if (client != typeof(ConfluenceClient))
        {
            Assert.Empty(client.GetConstructors());
        }

        IEnumerable<MethodInfo> members = Surface.Methods(client).Where(static method => method.Name != nameof(IDisposable.Dispose))
            .Concat(client.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(static property => property.GetMethod).OfType<MethodInfo>());
        Assert.All(members, static member => Assert.True(member is { IsVirtual: true, IsFinal: false }, $"{member.DeclaringType}.{member.Name} cannot be overridden."));
    });

    [Fact]
    public async Task A_mock_that_overrides_nothing_says_what_to_do()
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => new MockPages().GetPageByIdAsync("1", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("Override", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Experimental_operations_and_their_options_say_so_and_no_others()
    {
        Dictionary<(string, string), DocumentFacts> facts = DocumentFacts.All.ToDictionary(static fact => (fact.Api, fact.OperationId));
        Assert.Equal(13 + 7, facts.Values.Count(static fact => fact.IsExperimental));

        Assert.All(Surface.Operations, method =>
        {
            bool expected = facts[(method.Operation.Api, method.Operation.Id)].IsExperimental;
            Type options = method.Method.GetParameters()[^2].ParameterType;
            Assert.Equal(expected, method.Operation.IsExperimental);
            Assert.Equal(expected ? "CONFEXP001" : null, method.Method.GetCustomAttribute<ExperimentalAttribute>()?.DiagnosticId);
            if (options != typeof(ConfluenceRequestOptions) && options != typeof(ConfluenceListOptions))
            {
                Assert.Equal(expected ? "CONFEXP001" : null, options.GetCustomAttribute<ExperimentalAttribute>()?.DiagnosticId);
            }
        });
    }

    [Fact]
    public void Deprecated_operations_say_what_to_use_instead_and_no_others()
    {
        Dictionary<(string, string), DocumentFacts> facts = DocumentFacts.All.ToDictionary(static fact => (fact.Api, fact.OperationId));
        Assert.Equal(1 + 2, facts.Values.Count(static fact => fact.IsDeprecated));

        Assert.All(Surface.Operations, method =>
        {
            ObsoleteAttribute? mark = method.Method.GetCustomAttribute<ObsoleteAttribute>();
            Assert.Equal(facts[(method.Operation.Api, method.Operation.Id)].IsDeprecated, mark is not null);
            Assert.True(mark is null or { Message.Length: > 10, IsError: false }, $"{method} does not say what to use instead.");
        });
    }

    [Fact]
    public void Operations_name_their_reference_page() => Assert.All(Surface.Operations, static method =>
        Assert.StartsWith($"https://developer.atlassian.com/cloud/confluence/rest/{method.Operation.Api}/", method.Operation.ReferenceUrl, StringComparison.Ordinal));

    private sealed class MockPages : V2.PagesClient;
}
