using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>
/// The answer to a single thing is often a named schema and a part that adds links to it. The rule: the links become members of the
/// named schema's own, so that a thing is of one type alone and in a list; in a list they are null. What already stands there stays,
/// and must not say something else.
/// </summary>
internal sealed class AddedLinks(SchemaIndex schemas, Directions directions, BuildDiagnostics diagnostics)
{
    /// <summary>Adds the links of all answers that stand for a named schema.</summary>
    public void Add()
    {
        foreach (SpecSchema answer in directions.Received)
        {
            if (directions.StandsFor(answer)?.Reference is { } reference)
            {
                foreach (SpecSchema part in answer.AllOf.Where(part => !part.IsReference))
                {
                    Add(schemas.NameOf(reference), part);
                }
            }
        }
    }

    private void Add(string name, SpecSchema part)
    {
        SpecSchema owner = schemas.Named(name);
        SpecProperty added = part.Properties[0];
        SpecSchema links = schemas.Find(added.Schema);
        SpecProperty? own = owner.Properties.FirstOrDefault(property => property.Name == added.Name);
        if (own is not null && schemas.Find(own.Schema).Node == links.Node)
        {
            return;
        }

        if (!SchemaJoin.IsPlainObject(owner) || part.CsRequired.Count > 0 || links.CsRequired.Count > 0)
        {
            diagnostics.Unsupported(part.Node, $"What is added to '{name}' is known as links that may be absent, added to an object that has members of its own.");
            return;
        }

        if (own is null)
        {
            schemas.Replace(name, owner with { Properties = [.. owner.Properties, added] });
            return;
        }

        SpecSchema ownLinks = schemas.Find(own.Schema);
        if (directions.IsSent(ownLinks) || SchemaJoin.Join(ownLinks, links, schemas) is not { } joined)
        {
            diagnostics.Unsupported(part.Node, $"The links that are added to '{name}' can't be told together with those that it has.");
        }
        else if (own.Schema.Reference is { } reference)
        {
            schemas.Replace(schemas.NameOf(reference), joined);
        }
        else
        {
            schemas.Replace(name, owner with { Properties = [.. owner.Properties.Select(property => property == own ? own.WithSchema(joined) : property)] });
        }
    }
}
