using Confluence.Generator.Build.Naming;
using Confluence.Generator.Model;
using Confluence.Generator.Spec.NameMaps;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <content>Members of classes, and parts of forms.</content>
internal sealed partial class TypeBuilder
{
    /// <summary>The type of the parts of a <c>multipart/form-data</c> body.</summary>
    public TypeRef ResolveForm(SpecSchema schema, string rule, Place place)
    {
        SpecSchema form = schemas.Find(schema);
        string typeName = keeper.InlineSchema(rule, form, place).Name;
        keeper.Settle(rule, typeName, place);
        EquatableArray<MemberModel> members = BuildMembers(form.Properties, Presence.OfForm(form), typeName);
        if (members.Count == 0)
        {
            diagnostics.Unsupported(form.Node, $"The multipart body '{typeName}' has no parts.");
        }

        foreach (MemberModel member in members)
        {
            if (member is { Type.Kind: TypeKind.File, Required: false })
            {
                diagnostics.Unsupported(form.Node, $"The part '{member.WireName}' of a multipart body is a file that may be left out; files are required.");
            }

            if (!member.Type.IsFor(TypeUses.FormPart))
            {
                diagnostics.Unsupported(form.Node, $"The part '{member.WireName}' of a multipart body is neither a file nor a scalar.");
            }
        }

        _names.Add(form.Node, $"the form '{rule}'", new FormModel(api.Api, api.ModelNamespace, typeName, Facts.Type($"The parts of the form `{typeName}`", api.Api), members));
        return new TypeRef(TypeKind.Model, api.ModelNamespace, typeName);
    }

    private EquatableArray<MemberModel> BuildMembers(IReadOnlyList<SpecProperty> properties, Presence presence, string typeName)
    {
        var members = new List<MemberModel>(properties.Count);
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (SpecProperty property in properties)
        {
            string memberName = keeper.Member(typeName, property, properties, () => presence.IsForm ? Names.FormPart(property.Name, typeName) : Names.Member(property.Name, typeName));
            if (!diagnostics.CheckName(property.Schema.Node, memberName, $"the member '{property.Name}' of '{typeName}'", BuildDiagnostics.Member))
            {
                continue;
            }

            if (byName.TryGetValue(memberName, out string? other))
            {
                diagnostics.Collision(property.Schema.Node, typeName + "." + memberName, $"the member '{other}'", $"'{property.Name}'", BuildDiagnostics.Member);
                continue;
            }

            byName.Add(memberName, property.Name);
            string rule = typeName + memberName;
            var place = Place.OfMember(typeName, property.Name);
            TypeRef type = Quirks.IsExpandable(property.Name) ? TypeRef.Map(TypeRef.Element)
                : presence.IsForm ? ResolvePart(property.Schema, rule, place)
                : Resolve(property.Schema, rule, place);
            members.Add(presence.Describe(property.Name, memberName, type, schemas.Find(property.Schema)));
        }

        return members;
    }

    /// <summary>A claim about answers must speak of a member, and of something that arrives: elsewhere it would change nothing, and nobody would notice.</summary>
    private void CheckGuarantees(SpecSchema schema, IReadOnlyList<SpecProperty> properties, string name)
    {
        // What a schema takes over from its parts was claimed, and is checked, there; without parts, the reader has checked the names.
        foreach (string member in schema.CsRequired)
        {
            if (!directions.IsReceivedInAnyForm(schema))
            {
                diagnostics.Unsupported(schema.CsRequiredNode, $"'x-cs-required' names the member '{member}' of '{name}', which no answer holds; for requests, 'required' says it.");
            }
            else if (schema.AllOf.Count > 0 && !properties.Any(property => property.Name == member))
            {
                diagnostics.Unsupported(schema.CsRequiredNode, $"'x-cs-required' names '{member}', and '{name}' has no such member.");
            }
        }
    }
}
