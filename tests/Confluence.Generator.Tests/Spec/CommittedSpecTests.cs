using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Tests.Spec;

/// <summary>The documents and overlays of the repository itself.</summary>
public sealed class CommittedSpecTests
{
    [Fact]
    public void Every_overlay_action_takes_and_changes_something_and_nothing_unsupported_is_left()
        => Assert.Empty(CommittedSpec.Load().Diagnostics);

    [Fact]
    public void The_documents_have_the_operations_and_schemas_that_the_readme_names()
    {
        IReadOnlyList<SpecDocument> documents = CommittedSpec.Load().Documents;

        Assert.Equal(["v2", "v1"], documents.Select(document => document.Api));
        Assert.Equal([218, 130], documents.Select(document => document.Operations.Count));
        Assert.Equal([142, 168], documents.Select(document => CountSchemas(document.Api)));

        static int CountSchemas(string api)
        {
            string file = $"confluence-{api}.json";
            var root = (JsonObject)JsonParser.Parse(new JsonSource(file, File.ReadAllText(Repository.PathOf("spec", file))), out _)!; // Loading has parsed it.
            return ((JsonObject)((JsonObject)root["components"]!)["schemas"]!).Members.Count;
        }
    }

    [Fact]
    public void Every_operation_has_a_group_and_every_group_an_operation()
    {
        foreach (SpecDocument document in CommittedSpec.Load().Documents)
        {
            Assert.Empty(document.Operations.Where(operation => (operation.CsGroup ?? operation.CsTagGroup) is null).Select(operation => operation.Id));
            IEnumerable<string> tags = ((JsonObject)document.Node["x-cs-groups"]!).Members.Select(member => member.Name);
            Assert.Empty(tags.Except(document.Operations.Select(operation => operation.Tag)));
        }
    }

    [Fact]
    public void Every_deprecated_operation_says_what_to_use_instead_and_no_other_does()
    {
        IEnumerable<SpecOperation> operations = CommittedSpec.Load().Documents.SelectMany(document => document.Operations);

        Assert.Empty(operations.Where(operation => operation.Deprecated != operation.CsObsolete is not null).Select(operation => operation.Id));
    }

    [Fact]
    public void Operations_without_a_permission_are_those_for_which_none_is_documented()
    {
        string[] expected =
        [
            "copyPageHierarchy", "createBlogPost", "deleteLabelFromSpace", "downloadAttatchment", "getLabelsForSpace", "getViewers",
            "getViews", "getWatchersForSpace", "movePage", "searchGroups", "searchUser",
        ];
        IEnumerable<SpecOperation> operations = CommittedSpec.Load().Documents.SelectMany(document => document.Operations);

        Assert.Equal(expected, operations.Where(operation => operation.CsPermission is null).Select(operation => operation.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_named_operations_differ_from_what_their_method_says_about_repeating()
    {
        IEnumerable<SpecOperation> operations = CommittedSpec.Load().Documents.SelectMany(document => document.Operations);

        Assert.Equal(
            ["POST convertContentIdsToContentTypes True", "POST createBulkUserLookup True", "POST checkAccessByEmail True", "POST checkContentPermission True", "PUT createOrUpdateAttachments False", "DELETE deleteContentVersion False"],
            operations.Where(operation => operation.CsIdempotent is not null)
                .OrderByDescending(operation => operation.CsIdempotent)
                .Select(operation => $"{operation.Method} {operation.Id} {operation.CsIdempotent}"));
    }

    [Fact]
    public void No_name_that_has_been_given_out_begins_with_a_sign()
    {
        IEnumerable<string> names = CommittedSpec.LoadWithNames().SelectMany(document => (IEnumerable<string>)
        [
            .. document.Names.Operations.Values,
            .. document.Names.Schemas.Values.Concat(document.Names.Inline.Values).Select(type => type.Name),
            .. document.Names.Members.Values.Concat(document.Names.Values.Values).SelectMany(type => type.Values),
        ]);

        Assert.DoesNotContain(names, name => !char.IsAsciiLetterUpper(name[0]));
    }

    [Fact]
    public void Files_are_written_canonically()
    {
        foreach (string file in CommittedSpec.Files)
        {
            string text = File.ReadAllText(file);
            Assert.Equal(JsonFormatter.Indented(JsonParser.Parse(new JsonSource(file, text), out _)!), text); // Loading has parsed it.
        }
    }

    [Fact]
    public void Each_extension_is_described_in_one_table()
    {
        string[] known =
        [
            .. new[] { SpecKeywords.Root, SpecKeywords.Operation, SpecKeywords.Parameter, SpecKeywords.Schema, SpecKeywords.Reference }
                .SelectMany(keywords => keywords).Where(keyword => keyword.StartsWith("x-cs-", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
        ];

        Assert.Equal(known, Described("spec").Order(StringComparer.Ordinal));
        Assert.Empty(Described("generator"));

        static IEnumerable<string> Described(string folder) => File.ReadLines(Repository.PathOf(folder, "README.md"))
            .Where(line => line.StartsWith("| `x-cs-", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
    }

    [Fact]
    public void No_published_sentence_survives()
    {
        foreach (string api in SpecSource.Apis)
        {
            var published = (JsonObject)JsonParser.Parse(new JsonSource(api, File.ReadAllText(Repository.FindPublished(api))), out _)!; // The import tests read it too.
            HashSet<string> sentences = [.. Prose.SentencesIn(Prose.StringsIn(published))];
            sentences.ExceptWith(((JsonArray)published["tags"]!).Items.Select(tag => ((JsonString)((JsonObject)tag)["name"]!).Value));
            Assert.True(sentences.Count > 500, "The published document has too little prose for the test to mean anything.");

            IEnumerable<string> committed = CommittedSpec.Files.SelectMany(file => Prose.StringsIn(JsonParser.Parse(new JsonSource(file, File.ReadAllText(file)), out _)!));
            string[] survivors = [.. Prose.SentencesIn(committed).Where(sentences.Contains).Distinct()];

            // The one value of an enum that is a remark: the import keeps it as a value, and an overlay removes it.
            Assert.Equal(api == "v1" ? ["any positive integer argument in the range of 1 and 100"] : [], survivors);
        }
    }
}
