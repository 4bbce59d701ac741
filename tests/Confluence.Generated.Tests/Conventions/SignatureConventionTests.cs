using System.Reflection;
using Confluence.Generated.Retrieval;

namespace Confluence.Generated.Tests.Conventions;

/// <summary>What callers type: the names of arguments and options say what they take, and what is asked gets an answer.</summary>
public sealed class SignatureConventionTests
{
    private static readonly string[] s_bare = ["id", "ids", "key", "keys", "name", "names", "body", "value", "version"];

    /// <summary>Lists that are named after one thing, with the reason.</summary>
    private static readonly Dictionary<string, string> s_unchanging = new(StringComparer.Ordinal)
    {
        ["Expand"] = "says what is done",
        ["AssignedTo"] = "says to whom",
        ["CreatedBy"] = "says by whom",
        ["CompletedBy"] = "says by whom",
    };

    /// <summary>What callers give to operations, without options and token.</summary>
    private static IEnumerable<(OperationMethod Method, ParameterInfo Argument)> Arguments =>
        Surface.Operations.SelectMany(static method => method.Method.GetParameters()[..^2].Select(argument => (method, argument)));

    [Fact]
    public void An_argument_says_of_what_it_is_the_id_the_key_or_the_name() => Assert.All(Arguments, static entry =>
    {
        string name = entry.Argument.Name ?? "";
        Assert.False(s_bare.Contains(name), $"{entry.Method}: the argument {name} does not say of what.");
        Assert.False(name.EndsWith("Value", StringComparison.Ordinal), $"{entry.Method}: {name} gave way to a name of the emitted code; choose one with x-cs-name.");
    });

    [Fact]
    public void What_is_sent_as_the_body_is_the_request()
    {
        (OperationMethod Method, ParameterInfo Argument)[] requests = [.. Arguments.Where(static entry => entry.Argument.Name == "request")];

        Assert.Equal(
            DocumentFacts.All.Where(static facts => facts.HasBody).Select(static facts => (facts.Api, facts.OperationId)).Order(),
            requests.Select(static entry => (entry.Method.Operation.Api, entry.Method.Operation.Id)).Order());
        Assert.All(requests, static entry => Assert.Equal(entry.Method.Method.GetParameters().Length - 3, entry.Argument.Position));
    }

    [Fact]
    public void A_list_is_named_after_several_things()
    {
        (string Where, string Name)[] lists =
        [
            .. Surface.Options.SelectMany(static type => type.GetProperties().Where(static property => IsList(property.PropertyType)).Select(property => (type.Name, property.Name))),
            .. Arguments.Where(static entry => IsList(entry.Argument.ParameterType) && entry.Argument.Name != "request").Select(static entry => (entry.Method.ToString(), entry.Argument.Name ?? "")),
        ];

        Assert.True(lists.Length > 50);
        Assert.All(lists, static list => Assert.True(list.Name.EndsWith('s') != s_unchanging.ContainsKey(list.Name), $"{list.Where}.{list.Name} is a list and named after one thing."));
        Assert.All(s_unchanging.Keys, name => Assert.Contains(lists, list => list.Name == name));
        Assert.DoesNotContain(lists, static list => list.Name.EndsWith("Status", StringComparison.Ordinal));
    }

    [Fact]
    public void What_takes_one_thing_is_not_named_after_several()
    {
        string[] plurals = ["Ids", "Keys", "Names", "Statuses", "Labels", "Types"];

        Assert.DoesNotContain(
            Surface.Options.SelectMany(static type => type.GetProperties().Where(static property => property.PropertyType == typeof(string)).Select(static property => property.Name))
                .Concat(Arguments.Where(static entry => entry.Argument.ParameterType == typeof(string)).Select(static entry => entry.Argument.Name ?? "")),
            name => plurals.Any(plural => name.EndsWith(plural, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void What_gives_one_thing_is_not_named_after_several() => Assert.All(
        Surface.Operations.Where(static method => method.Method.Name.EndsWith("ByIdAsync", StringComparison.Ordinal) && method.Method.Name.StartsWith("Get", StringComparison.Ordinal)),
        static method => Assert.DoesNotMatch("sByIdAsync$", method.Method.Name));

    [Fact]
    public void No_name_of_an_operation_says_a_word_twice_in_a_row() => Assert.All(Surface.Operations, static method => Assert.DoesNotMatch("([A-Z][a-z]+)\\1", method.Method.Name));

    [Fact]
    public void What_only_reads_is_not_called_create() => Assert.All(
        Surface.Operations.Where(static method => !method.Operation.IsWrite),
        static method => Assert.DoesNotMatch("^(Create|Add|Post|Put|Update|Set)[A-Z]", method.Method.Name));

    [Fact]
    public void Every_question_answers_with_yes_or_no_and_nothing_else_does() => Assert.Equal(
        DocumentFacts.All.Where(static facts => facts.IsQuestion).Select(static facts => (facts.Api, facts.OperationId)).Order(),
        Surface.Operations.Where(static method => method.Method.ReturnType == typeof(Task<bool>)).Select(static method => (method.Operation.Api, method.Operation.Id)).Order());

    [Fact]
    public void The_method_of_a_retrieval_is_clear_from_its_name()
    {
        // Two that take options of two kinds would make new() { … } mean both.
        Type[] retrievals = [.. Surface.Types.Where(static type => type is { IsClass: true, Namespace: $"{Surface.Root}.Retrieval" } && type.Name.EndsWith("Retrieval", StringComparison.Ordinal))];

        Assert.Contains(typeof(PageRetrieval), retrievals);
        Assert.All(retrievals, static type =>
        {
            string[] names = [.. Surface.Methods(type).Select(static method => method.Name)];
            Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        });
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
}
