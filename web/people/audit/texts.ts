export const audit = {
  title: 'Audit log',
  lead: 'What was changed or started in this workspace, and by whom. Entries cannot be changed or deleted.',
  system: 'TenantAtlas',
  none: 'No audit entries yet',
  noneAbout: 'Every change and every start is recorded here.',
  details: 'Details',
  copy: 'Copy the details',
  subject: 'Subject',
} as const;
