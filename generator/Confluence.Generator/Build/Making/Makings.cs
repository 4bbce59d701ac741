using Confluence.Generator.Model;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build.Making;

/// <summary>
/// Works out how requests are made of what was read, as <c>x-cs-made-of</c> says it. What does not fit the document is an error where the overlay says it, and
/// never C# that does not compile: of the schemas that a request is made of, the wrong ones; of a member, the member.
/// </summary>
/// <param name="document">The document of the requests.</param>
/// <param name="own">Its classes.</param>
/// <param name="all">The classes of all documents.</param>
/// <param name="clients">The operations that take the requests.</param>
/// <param name="diagnostics">Collects what is wrong.</param>
internal sealed class Makings(SpecDocument document, SourceClasses own, IReadOnlyList<SourceClasses> all, IReadOnlyList<ClientModel> clients, BuildDiagnostics diagnostics)
{
    public MakingModel[] Build()
    {
        // The class of a body is made before the requests that hold it, so that these know of what.
        var made = new Dictionary<string, MakingModel>(StringComparer.Ordinal);
        foreach (SpecSchema schema in document.MadeOf.OrderBy(schema => schema.CsMadeOf!.Object.Members.Any(member => member.IsMade))) // Only schemas that have the fact are listed.
        {
            if (Build(schema, schema.CsMadeOf!, made) is not { } model)
            {
                continue;
            }

            if (made.ContainsKey(model.Request))
            {
                diagnostics.WrongMaking(schema.CsMadeOf!.Node, $"'{model.Request}' has 'x-cs-made-of' twice; take one of them out.");
            }
            else
            {
                made.Add(model.Request, model);
            }
        }

        return [.. made.Values.OrderBy(model => model.Request, StringComparer.Ordinal)];
    }

    private MakingModel? Build(SpecSchema schema, SpecMadeOf fact, IReadOnlyDictionary<string, MakingModel> made)
    {
        if (own.Of(schema) is not { } request)
        {
            diagnostics.WrongMaking(fact.Node, "No operation sends this schema as an object, so there is no class to make. Take 'x-cs-made-of' out.");
            return null;
        }

        var members = new MadeMembers(schema, fact, request, own, diagnostics);
        if (members.Read() is not { } arguments)
        {
            return null;
        }

        var overloads = new List<MakingOverload>();
        foreach (JsonString name in fact.Sources)
        {
            if (FindSource(name) is not { } source)
            {
                diagnostics.WrongMaking(name, $"'{request.Name}' is made of '{name.Value}', and there is no such schema that an operation gives as an object. Name the schema that took its place, or take it out.");
            }
            else if (overloads.Exists(overload => overload.Source.Name == source.Name && overload.Source.Namespace == source.Namespace))
            {
                diagnostics.WrongMaking(name, $"'{name.Value}' is the class '{source.Name}', as one before it is; take it out.");
            }
            else if (new OverloadBuilder(fact, request, source, own, all, made, name, diagnostics).Build(members.Schemas) is { } overload)
            {
                overloads.Add(overload);
            }
        }

        string[] operations = [.. clients.SelectMany(client => client.Operations.Where(operation => operation.Body?.Type.Name == request.Name).Select(operation => $"{client.Name}.{operation.Name}Async"))];
        return overloads.Count == 0
            ? null
            : new MakingModel(
                document.Api,
                request.Namespace,
                request.Name,
                fact.Kind,
                fact.Parameter,
                MakingFacts.Method(fact, members.Numbering, operations.Length > 0),
                new MakingTexts(fact.Read, MakingFacts.Returns(fact, operations), MakingFacts.Refused(fact)),
                arguments,
                fact.AtMostOne.Select(argument => argument.Value).ToArray(),
                overloads);
    }

    private ClassModel? FindSource(JsonString name)
    {
        int colon = name.Value.IndexOf(':');
        SourceClasses? classes = colon < 0 ? own : all.FirstOrDefault(other => other.Api == name.Value.Substring(0, colon));
        return classes?.Named(name.Value.Substring(colon + 1));
    }
}
